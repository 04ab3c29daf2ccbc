/**
 * What a plan is made of, as values: the terms it was asked for under, what was decided, the weekly flows, the checks.
 * Seen by those who make plans and by those who check them; it decides nothing.
 */
@NullMarked
package io.rampline.ramp.plan;

import org.jspecify.annotations.NullMarked;
