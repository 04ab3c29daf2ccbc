/**
 * The durable book: one engine decides, PostgreSQL keeps, and nobody is answered before what was decided is safe.
 *
 * <p>Read {@link io.rampline.orderbook.DurableBook} first.
 */
@NullMarked
package io.rampline.orderbook;

import org.jspecify.annotations.NullMarked;
