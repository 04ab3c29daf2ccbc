/** The command that lives through the futures of many scenarios. */
@NullMarked
package io.rampline.desk.command.sweep;

import org.jspecify.annotations.NullMarked;
