/** Sequences beside other solvers: the same days, the same seconds, the same check. */
@NullMarked
package io.rampline.proving.sequence;

import org.jspecify.annotations.NullMarked;
