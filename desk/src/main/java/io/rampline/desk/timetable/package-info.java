/** A planner's question about capacity steps, and all figures that answer it, for files, pages and terminals alike. */
@NullMarked
package io.rampline.desk.timetable;

import org.jspecify.annotations.NullMarked;
