/** What it costs to live through futures on a cluster. */
@NullMarked
package io.rampline.proving.sweep;

import org.jspecify.annotations.NullMarked;
