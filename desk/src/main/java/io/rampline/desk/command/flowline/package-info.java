/** The command that runs a line as stations behind one another. */
@NullMarked
package io.rampline.desk.command.flowline;

import org.jspecify.annotations.NullMarked;
