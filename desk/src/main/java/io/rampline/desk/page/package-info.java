/** The web pages: what a browser is sent first, its files by fingerprint, and the cookie of who has signed in. */
@NullMarked
package io.rampline.desk.page;

import org.jspecify.annotations.NullMarked;
