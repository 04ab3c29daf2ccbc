/** The only place where parts are wired together. */
@NullMarked
package io.rampline.desk.start;

import org.jspecify.annotations.NullMarked;
