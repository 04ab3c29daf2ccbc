/**
 * The book as rows of PostgreSQL: entries as text with a hash chain, bucket counters, and the one call that writes a
 * batch of them. Entries are written with names, never with numbers of this process.
 */
@NullMarked
package io.rampline.orderbook.record;

import org.jspecify.annotations.NullMarked;
