/** Whole lives of small books, with a database that fails on demand. Each repeats exactly from its seed. */
@NullMarked
package io.rampline.proving.world;

import org.jspecify.annotations.NullMarked;
