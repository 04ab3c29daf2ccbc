/** The launcher, started as a user starts it, against stub JDKs, a stub Maven and a server of its own. */
@NullMarked
package io.rampline.proving.launcher;

import org.jspecify.annotations.NullMarked;
