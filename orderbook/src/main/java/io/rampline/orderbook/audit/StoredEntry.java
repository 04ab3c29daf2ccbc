package io.rampline.orderbook.audit;

import io.rampline.orderbook.record.Hash;
import org.jspecify.annotations.Nullable;

/** A row of the book as it lies there, not understood yet. */
record StoredEntry(
        long position,
        String kind,
        long recordedAtMicros,
        String actor,
        String reason,
        @Nullable String orderId,
        String body,
        Hash hash) {

    String place() {
        return "entry " + position;
    }
}
