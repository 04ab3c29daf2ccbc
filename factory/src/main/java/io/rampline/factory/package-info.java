/**
 * What can be built, where, when and for whom: weeks, products, lines, parts, markets and the network of resources they
 * use.
 */
@NullMarked
package io.rampline.factory;

import org.jspecify.annotations.NullMarked;
