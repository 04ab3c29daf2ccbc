/** The figures of a delivery briefing, each counted once: whatever is written from them agrees. */
@NullMarked
package io.rampline.desk.briefing;

import org.jspecify.annotations.NullMarked;
