/**
 * Does the book still say what was decided? Works everything out a second time, from the entries and the scenario
 * alone, and shares no code with what wrote them.
 */
@NullMarked
package io.rampline.orderbook.audit;

import org.jspecify.annotations.NullMarked;
