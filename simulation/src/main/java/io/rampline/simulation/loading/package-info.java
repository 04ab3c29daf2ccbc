/** The whole book in one future, in groups of equal orders that stand together in line. */
@NullMarked
package io.rampline.simulation.loading;

import org.jspecify.annotations.NullMarked;
