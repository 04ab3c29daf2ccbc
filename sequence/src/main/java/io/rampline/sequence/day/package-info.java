/**
 * A day on a line, as it is to be put in order: its cars, the cars that went before, the rules of the stations and of
 * the paint shop, and what matters most.
 */
@NullMarked
package io.rampline.sequence.day;

import org.jspecify.annotations.NullMarked;
