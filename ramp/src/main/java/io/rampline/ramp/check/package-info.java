/**
 * Whether a plan keeps every rule: an account of its own, from the scenario, the book and the plan alone. It shares no
 * code with those who make plans, and looks at single orders through the promise engine.
 */
@NullMarked
package io.rampline.ramp.check;

import org.jspecify.annotations.NullMarked;
