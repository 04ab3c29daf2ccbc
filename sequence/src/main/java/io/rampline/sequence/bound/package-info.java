/** What no sequence can better: bounds from below, so that the best can be known for the best. */
@NullMarked
package io.rampline.sequence.bound;

import org.jspecify.annotations.NullMarked;
