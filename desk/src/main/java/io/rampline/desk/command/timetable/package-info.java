/** The command that asks for a capacity timetable. */
@NullMarked
package io.rampline.desk.command.timetable;

import org.jspecify.annotations.NullMarked;
