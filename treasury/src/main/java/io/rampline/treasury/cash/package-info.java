/** How cash runs, week by week. */
@NullMarked
package io.rampline.treasury.cash;

import org.jspecify.annotations.NullMarked;
