/**
 * Whether promises were kept, measured against the first one given: for every order, for cohorts of orders, and for
 * what the maker said in public. The same entries give the same record.
 */
@NullMarked
package io.rampline.orderbook.credibility;

import org.jspecify.annotations.NullMarked;
