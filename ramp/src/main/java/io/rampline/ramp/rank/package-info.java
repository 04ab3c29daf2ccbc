/**
 * Makes plans hold for single orders. The program may serve groups in any order on a line that they share; customers
 * are served by rank. Here a plan's starts are moved, as little and as cheaply as possible, until nobody waits too long
 * by rank either.
 */
@NullMarked
package io.rampline.ramp.rank;

import org.jspecify.annotations.NullMarked;
