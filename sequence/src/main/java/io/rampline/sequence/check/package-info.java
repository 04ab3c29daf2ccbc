/** What a sequence is worth: an account of its own, written from the rules alone. It shares no code with the search. */
@NullMarked
package io.rampline.sequence.check;

import org.jspecify.annotations.NullMarked;
