/**
 * Scenario folders at the desk: laid out and packed, what they say in public, and their orders taken over into a book
 * that is alive.
 */
@NullMarked
package io.rampline.desk.scenario;

import org.jspecify.annotations.NullMarked;
