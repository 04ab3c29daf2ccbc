/** How fast order files are read, beside other readers. */
@NullMarked
package io.rampline.proving.intake;

import org.jspecify.annotations.NullMarked;
