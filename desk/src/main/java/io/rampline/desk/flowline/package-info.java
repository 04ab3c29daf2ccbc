/** A line as stations behind one another, run many times and told. */
@NullMarked
package io.rampline.desk.flowline;

import org.jspecify.annotations.NullMarked;
