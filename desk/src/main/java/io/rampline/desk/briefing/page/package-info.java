/** The briefing as one page that needs nothing else: words, pictures and tables in the reader's language. */
@NullMarked
package io.rampline.desk.briefing.page;

import org.jspecify.annotations.NullMarked;
