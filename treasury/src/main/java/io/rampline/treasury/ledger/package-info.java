/** Double entry over the entries of the book. */
@NullMarked
package io.rampline.treasury.ledger;

import org.jspecify.annotations.NullMarked;
