/** {@code backtest}: a forecast as of a day of the past, and how good it was. */
@NullMarked
package io.rampline.desk.command.backtest;

import org.jspecify.annotations.NullMarked;
