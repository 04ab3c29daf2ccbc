/**
 * Faults of the real world: killed and frozen processes, cut connections, stopped and full databases, rogue writers.
 */
@NullMarked
package io.rampline.proving.fault;

import org.jspecify.annotations.NullMarked;
