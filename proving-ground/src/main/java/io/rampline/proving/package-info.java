/** Not shipped: the ground on which the product is proved. */
@NullMarked
package io.rampline.proving;

import org.jspecify.annotations.NullMarked;
