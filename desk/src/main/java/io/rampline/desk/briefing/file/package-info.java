/** The files of a briefing: written aside, then moved, so that nobody ever sees half of them. */
@NullMarked
package io.rampline.desk.briefing.file;

import org.jspecify.annotations.NullMarked;
