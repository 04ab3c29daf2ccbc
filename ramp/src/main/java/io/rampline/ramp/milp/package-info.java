/**
 * The timetable as a mixed-integer program: which step starts when, at least cost, so that no one waits longer than
 * guaranteed.
 */
@NullMarked
package io.rampline.ramp.milp;

import org.jspecify.annotations.NullMarked;
