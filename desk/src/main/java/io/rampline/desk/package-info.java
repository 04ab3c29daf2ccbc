/** Where people meet Rampline. */
@NullMarked
package io.rampline.desk;

import org.jspecify.annotations.NullMarked;
