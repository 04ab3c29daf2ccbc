/** Planted violations: what the tests of the house must find. Never part of the product. */
@NullMarked
package io.rampline.promise.planted;

import org.jspecify.annotations.NullMarked;
