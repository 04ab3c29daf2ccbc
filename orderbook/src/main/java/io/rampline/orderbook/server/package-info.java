/** The PostgreSQL that comes with Rampline, and what any PostgreSQL must keep to before a book is trusted to it. */
@NullMarked
package io.rampline.orderbook.server;

import org.jspecify.annotations.NullMarked;
