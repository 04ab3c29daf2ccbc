/** Whether the answers that many clients got could have been given one after another, and stand in the record. */
@NullMarked
package io.rampline.proving.history;

import org.jspecify.annotations.NullMarked;
