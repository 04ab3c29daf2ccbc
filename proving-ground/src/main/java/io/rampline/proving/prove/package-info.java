/** The command that runs the proofs for long and counts. */
@NullMarked
package io.rampline.proving.prove;

import org.jspecify.annotations.NullMarked;
