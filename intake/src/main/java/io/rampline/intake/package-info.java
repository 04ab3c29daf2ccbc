/** The outside world in: files become values, or flaws with line and column. */
@NullMarked
package io.rampline.intake;

import org.jspecify.annotations.NullMarked;
