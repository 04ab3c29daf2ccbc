/** Commands about a durable book: serve it, bring orders in, take everything out, keep copies. */
@NullMarked
package io.rampline.desk.command.book;

import org.jspecify.annotations.NullMarked;
