/** What planners look at all day: waits, order bank, output and what binds, counted from a book in use. */
@NullMarked
package io.rampline.desk.board;

import org.jspecify.annotations.NullMarked;
