/**
 * The futures spread over Apache Spark: stretches go out, counts come back, and sums of whole numbers do not depend on
 * who counted.
 */
@NullMarked
package io.rampline.sweep;

import org.jspecify.annotations.NullMarked;
