/** The product as its users run it: a process that serves a book over HTTP, and what is said to it byte for byte. */
@NullMarked
package io.rampline.proving.served;

import org.jspecify.annotations.NullMarked;
