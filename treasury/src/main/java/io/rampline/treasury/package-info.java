/**
 * The money of the order bank: what customers paid, what they could claim back, what a slip costs, and how cash runs.
 * Everything is folded from the entries of the book. Begin with {@link io.rampline.treasury.ledger.Ledger}.
 */
@NullMarked
package io.rampline.treasury;

import org.jspecify.annotations.NullMarked;
