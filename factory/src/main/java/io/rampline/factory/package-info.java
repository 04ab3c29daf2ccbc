/**
 * What can be built, where, when and for whom: weeks, products, lines, parts, markets, the network of resources they
 * use, and the steps by which it may grow.
 */
@NullMarked
package io.rampline.factory;

import org.jspecify.annotations.NullMarked;
