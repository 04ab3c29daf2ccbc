/** A sequence as people on the shop floor see it: a table, a picture, and why a car stands where it stands. */
@NullMarked
package io.rampline.sequence.shop;

import org.jspecify.annotations.NullMarked;
