/** The commands that people type, and what they see on the terminal. */
@NullMarked
package io.rampline.desk.command;

import org.jspecify.annotations.NullMarked;
