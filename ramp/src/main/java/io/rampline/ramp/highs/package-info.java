/**
 * HiGHS, an open solver of linear and mixed-integer programs, called in its own library through the foreign-function
 * interface of the JDK. Nothing outside the ramp module sees this package.
 */
@NullMarked
package io.rampline.ramp.highs;

import org.jspecify.annotations.NullMarked;
