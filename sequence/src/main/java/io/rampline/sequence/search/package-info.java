/** The search for a good sequence: small changes, tried some millions of times a second. */
@NullMarked
package io.rampline.sequence.search;

import org.jspecify.annotations.NullMarked;
