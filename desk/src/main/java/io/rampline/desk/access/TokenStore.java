package io.rampline.desk.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where tokens are kept. Safe for use by several threads. */
public interface TokenStore {
    /**
     * The token of a secret.
     *
     * @param hash SHA-256 of the secret, in hexadecimal
     */
    Optional<TokenRecord> find(String hash);

    /**
     * Keeps a token.
     *
     * @throws IllegalArgumentException when the id or the hash is known
     */
    void add(TokenRecord token);

    /** Whether there was one to revoke. */
    boolean revoke(String id, Instant at);

    /** All, in the order in which they were made. */
    List<TokenRecord> all();
}
