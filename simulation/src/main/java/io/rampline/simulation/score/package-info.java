/** How good a forecast was: scores that only an honest distribution can win, and how often ranges held. */
@NullMarked
package io.rampline.simulation.score;

import org.jspecify.annotations.NullMarked;
