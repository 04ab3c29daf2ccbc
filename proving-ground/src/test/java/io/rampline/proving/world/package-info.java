@NullMarked
package io.rampline.proving.world;

import org.jspecify.annotations.NullMarked;
