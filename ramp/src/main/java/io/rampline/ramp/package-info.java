/**
 * The capacity timetable: which step in which week, what it costs, how long customers wait, and when a market can open.
 */
@NullMarked
package io.rampline.ramp;

import org.jspecify.annotations.NullMarked;
