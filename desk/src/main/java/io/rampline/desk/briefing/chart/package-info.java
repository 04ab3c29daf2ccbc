/** Charts as plain SVG text: scales, axes, marks and labels, drawn once for each width a reader may have. */
@NullMarked
package io.rampline.desk.briefing.chart;

import org.jspecify.annotations.NullMarked;
