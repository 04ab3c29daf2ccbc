package io.rampline.desk.access;

import java.time.Instant;
import java.util.Optional;

/**
 * A token as it is kept: without the secret.
 *
 * @param id for people, to name it by
 * @param name what it is for
 * @param hash SHA-256 of the secret, in hexadecimal
 */
public record TokenRecord(
        String id,
        String name,
        Principal principal,
        String hash,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> revokedAt) {

    /** Whether it opens anything at that moment. */
    public boolean isValidAt(Instant now) {
        return revokedAt.isEmpty() && expiresAt.map(now::isBefore).orElse(true);
    }

    /** Without the hash. */
    @Override
    public String toString() {
        return "token " + id + " " + name + " of " + principal;
    }
}
