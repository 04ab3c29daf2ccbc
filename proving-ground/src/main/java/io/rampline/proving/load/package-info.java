/** Load from outside, over real HTTP: arrivals come when they come, whether the server keeps up or not. */
@NullMarked
package io.rampline.proving.load;

import org.jspecify.annotations.NullMarked;
