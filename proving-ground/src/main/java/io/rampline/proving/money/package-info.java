/** How fast the money of a book is folded. */
@NullMarked
package io.rampline.proving.money;

import org.jspecify.annotations.NullMarked;
