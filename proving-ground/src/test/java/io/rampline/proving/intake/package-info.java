/** The benchmark of the readers runs, and cleans up behind itself. */
@NullMarked
package io.rampline.proving.intake;

import org.jspecify.annotations.NullMarked;
