/** What the ledger says on a day: roll-forwards, obligations, exposures. */
@NullMarked
package io.rampline.treasury.statement;

import org.jspecify.annotations.NullMarked;
