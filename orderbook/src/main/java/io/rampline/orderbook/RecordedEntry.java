package io.rampline.orderbook;

import io.rampline.promise.Entry;
import java.time.Instant;

/**
 * An entry with who asked for it, when it was written and why.
 *
 * @param reason in the asker's words, empty text for none
 */
public record RecordedEntry(Instant recordedAt, String actor, String reason, Entry entry) {
    public long position() {
        return entry.position();
    }
}
