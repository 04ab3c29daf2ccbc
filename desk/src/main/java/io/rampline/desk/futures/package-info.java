/** Many futures of one book at once: threads, progress, an end on demand, and what came of it. */
@NullMarked
package io.rampline.desk.futures;

import org.jspecify.annotations.NullMarked;
