/** The workload on which peers are compared. */
@NullMarked
package io.rampline.proving.peer;

import org.jspecify.annotations.NullMarked;
