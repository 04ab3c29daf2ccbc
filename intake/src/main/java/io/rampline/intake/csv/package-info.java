/** Comma-separated text: lines, cells and what a cell says, read straight from bytes without allocating. */
@NullMarked
package io.rampline.intake.csv;

import org.jspecify.annotations.NullMarked;
