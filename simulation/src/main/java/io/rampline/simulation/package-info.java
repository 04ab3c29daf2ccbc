/**
 * How sure is each date: the same book in many futures, with the same rules as the engine's. Begin with
 * {@link io.rampline.simulation.Simulation}.
 */
@NullMarked
package io.rampline.simulation;

import org.jspecify.annotations.NullMarked;
