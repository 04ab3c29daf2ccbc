/**
 * Orders are given to weekly slots anew, on one bottleneck, when capacity has changed: exactly, in a strict order of
 * aims, and by the plain rules that planners know, for comparison.
 */
@NullMarked
package io.rampline.promise.reassign;

import org.jspecify.annotations.NullMarked;
