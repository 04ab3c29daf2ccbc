/** Measures the event loop of a flow line, beside that of a public simulator. */
@NullMarked
package io.rampline.proving.flowline;

import org.jspecify.annotations.NullMarked;
