/** What many futures say together: windows, probabilities, quantiles by week. */
@NullMarked
package io.rampline.simulation.window;

import org.jspecify.annotations.NullMarked;
