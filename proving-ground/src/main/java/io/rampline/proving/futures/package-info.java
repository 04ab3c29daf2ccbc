/** Futures at full size: how fast they are, and whether what they say holds. */
@NullMarked
package io.rampline.proving.futures;

import org.jspecify.annotations.NullMarked;
