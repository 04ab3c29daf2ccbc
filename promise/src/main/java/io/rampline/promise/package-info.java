/** The answer to the question "when?": orders, commands, answers and the engine that keeps the book. */
@NullMarked
package io.rampline.promise;

import org.jspecify.annotations.NullMarked;
