/** Nothing but tests: the pages as people see them, in a real browser. */
@NullMarked
package io.rampline.browser;

import org.jspecify.annotations.NullMarked;
