/** The command that lives through many futures. */
@NullMarked
package io.rampline.desk.command.simulate;

import org.jspecify.annotations.NullMarked;
