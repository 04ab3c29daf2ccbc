/** Planted violations: what the tests of the house must find. Never part of the product. */
@NullMarked
package io.rampline.ramp.check.planted;

import org.jspecify.annotations.NullMarked;
