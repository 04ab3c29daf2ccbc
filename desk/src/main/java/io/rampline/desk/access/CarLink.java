package io.rampline.desk.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A link with which somebody sees one order, as it is kept.
 *
 * @param id for people, to name it by
 * @param orderId the one order that it opens
 * @param madeBy actor who made it
 */
public record CarLink(
        UUID id, String orderId, String madeBy, Instant createdAt, Instant expiresAt, Optional<Instant> revokedAt) {
    /** Whether it opens anything at that moment. */
    public boolean isValidAt(Instant now) {
        return revokedAt.isEmpty() && now.isBefore(expiresAt);
    }
}
