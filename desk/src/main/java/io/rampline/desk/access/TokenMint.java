package io.rampline.desk.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes tokens. The secret is 256 random bits and is shown once; kept is its SHA-256. A plain hash is enough for a
 * secret that nobody can guess, and cheap enough to be computed for each request.
 */
public final class TokenMint {
    /** Every secret begins so: leaked ones can be searched for. */
    static final String PREFIX = "rmp_";

    private static final int SECRET_BYTES = 32;
    private static final int SECRET_LENGTH = PREFIX.length() + 43;
    private static final int NAME_LENGTH_MAX = 100;

    private final TokenStore store;
    private final InstantSource clock;
    private final RandomGenerator random;

    public TokenMint(TokenStore store) {
        this(store, InstantSource.system(), new SecureRandom());
    }

    TokenMint(TokenStore store, InstantSource clock, RandomGenerator random) {
        this.store = store;
        this.clock = clock;
        this.random = random;
    }

    /** A new token, with the secret that is never seen again. */
    public record Minted(String secret, TokenRecord token) {
        /** Without the secret. */
        @Override
        public String toString() {
            return token.toString();
        }
    }

    /**
     * Makes a token and keeps it.
     *
     * @param name what it is for, 1 to {@value #NAME_LENGTH_MAX} characters
     * @param lasts empty when it does not expire
     */
    public Minted mint(String name, Principal principal, Optional<Duration> lasts) {
        if (name.isBlank() || name.length() > NAME_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "found a token name of " + name.length() + " characters, expected 1 to " + NAME_LENGTH_MAX);
        }
        if (lasts.isPresent() && !lasts.get().isPositive()) {
            throw new IllegalArgumentException("found a token that lasts " + lasts.get() + ", expected more than 0");
        }
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String text = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        TokenRecord token = new TokenRecord(
                new UUID(random.nextLong(), random.nextLong()).toString(),
                name,
                principal,
                HexFormat.of().formatHex(hash(text)),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                lasts.map(clock.instant().truncatedTo(ChronoUnit.MICROS)::plus),
                Optional.empty());
        store.add(token);
        return new Minted(text, token);
    }

    /** Whether a text has the form of a secret. */
    static boolean looksLikeOne(String text) {
        return text.length() == SECRET_LENGTH && text.startsWith(PREFIX);
    }

    static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
