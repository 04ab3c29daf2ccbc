/** A forecast made as if a day of the past were today, and held against what came. */
@NullMarked
package io.rampline.simulation.backtest;

import org.jspecify.annotations.NullMarked;
