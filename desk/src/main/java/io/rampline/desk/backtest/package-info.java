/** What a back-test came to, ready to be written and shown. */
@NullMarked
package io.rampline.desk.backtest;

import org.jspecify.annotations.NullMarked;
