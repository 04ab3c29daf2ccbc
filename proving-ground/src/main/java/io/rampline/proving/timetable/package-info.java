/** Timetables measured: planning instances of any size, and the same question put to other solvers in the plain way. */
@NullMarked
package io.rampline.proving.timetable;

import org.jspecify.annotations.NullMarked;
