/**
 * What a line can build, estimated from what it did build: curves, what other ramps say, and the update week by week.
 */
@NullMarked
package io.rampline.simulation.ramp;

import org.jspecify.annotations.NullMarked;
