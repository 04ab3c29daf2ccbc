/** What was foretold against what came. */
@NullMarked
package io.rampline.simulation.backtest;

import org.jspecify.annotations.NullMarked;
