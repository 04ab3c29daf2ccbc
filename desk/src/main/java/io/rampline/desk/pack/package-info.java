/** The board pack: what all parts say of one scenario on one day, brought together. */
@NullMarked
package io.rampline.desk.pack;

import org.jspecify.annotations.NullMarked;
