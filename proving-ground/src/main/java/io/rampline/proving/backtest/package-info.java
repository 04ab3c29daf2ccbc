/** How good forecasts of ramps, deliveries and posted waits were, on many days of public pasts. */
@NullMarked
package io.rampline.proving.backtest;

import org.jspecify.annotations.NullMarked;
