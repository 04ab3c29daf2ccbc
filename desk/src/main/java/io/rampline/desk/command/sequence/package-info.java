/** The command that puts a day's cars in order. */
@NullMarked
package io.rampline.desk.command.sequence;

import org.jspecify.annotations.NullMarked;
