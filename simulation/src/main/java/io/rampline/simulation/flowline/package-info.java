/**
 * The plant as a flow line, by discrete events: what a line lets through, which station holds it back, and what a
 * second of cycle time or a place in a buffer is worth. Begin with {@link io.rampline.simulation.flowline.LineStudy}.
 */
@NullMarked
package io.rampline.simulation.flowline;

import org.jspecify.annotations.NullMarked;
