/** The command that tells of money. */
@NullMarked
package io.rampline.desk.command.money;

import org.jspecify.annotations.NullMarked;
