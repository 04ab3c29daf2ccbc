/** The forms in which days and sequences are exchanged: texts in, values out, and back. Files are opened elsewhere. */
@NullMarked
package io.rampline.sequence.form;

import org.jspecify.annotations.NullMarked;
