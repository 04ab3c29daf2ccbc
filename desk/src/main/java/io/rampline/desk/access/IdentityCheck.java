package io.rampline.desk.access;

import io.rampline.desk.access.Identity.Known;
import io.rampline.desk.access.Identity.Linked;
import io.rampline.desk.access.Identity.Nobody;
import io.rampline.desk.access.Identity.Unproven;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Finds out who is asking, from what stands in {@code Authorization}: a token of this house, or a JWT of the issuer
 * that it trusts.
 */
public final class IdentityCheck {
    /** A revoked token opens nothing after so long. */
    static final long TOKEN_KNOWN_MILLIS = 5_000;

    private static final String BEARER = "bearer ";
    private static final int PROOF_LENGTH_MAX = 8_192;

    private final TokenStore tokens;
    private final CarLinks links;
    private final Optional<JwtCheck> jwt;
    private final Optional<Principal> withoutLogin;
    private final InstantSource clock;
    private final KnownBearers known = new KnownBearers();

    /**
     * Knows nobody yet.
     *
     * @param jwt empty when no issuer is trusted
     * @param withoutLogin who somebody is that shows nothing; empty in every place but a demonstration on one machine
     */
    public IdentityCheck(
            TokenStore tokens,
            CarLinks links,
            Optional<JwtCheck> jwt,
            Optional<Principal> withoutLogin,
            InstantSource clock) {
        this.tokens = tokens;
        this.links = links;
        this.jwt = jwt;
        this.withoutLogin = withoutLogin;
        this.clock = clock;
    }

    /**
     * Who it is.
     *
     * @param authorization the header; empty text when there is none
     */
    public Identity identify(String authorization) {
        if (authorization.isEmpty()) {
            return withoutLogin.<Identity>map(Known::new).orElseGet(Nobody::new);
        }
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return new Unproven("another scheme than Bearer");
        }
        String proof = authorization.substring(BEARER.length()).strip();
        if (proof.isEmpty() || proof.length() > PROOF_LENGTH_MAX) {
            return new Unproven("a proof of " + proof.length() + " characters");
        }
        if (CarLinks.looksLikeOne(proof)) {
            return links.follow(proof)
                    .<Identity>map(Linked::new)
                    .orElseGet(() -> new Unproven("a link that is no good"));
        }
        byte[] hash = TokenMint.hash(proof);
        Instant now = clock.instant();
        Optional<Principal> before = known.find(hash, now.toEpochMilli());
        if (before.isPresent()) {
            return new Known(before.get());
        }
        return TokenMint.looksLikeOne(proof) ? byToken(hash, now) : byJwt(proof, hash, now);
    }

    private Identity byToken(byte[] hash, Instant now) {
        Optional<TokenRecord> token = tokens.find(HexFormat.of().formatHex(hash));
        if (token.isEmpty()) {
            return new Unproven("an unknown token");
        }
        if (!token.get().isValidAt(now)) {
            return new Unproven("token " + token.get().id() + ", expired or revoked");
        }
        long until = token.get()
                .expiresAt()
                .map(Instant::toEpochMilli)
                .map(expires -> Math.min(expires, now.toEpochMilli() + TOKEN_KNOWN_MILLIS))
                .orElse(now.toEpochMilli() + TOKEN_KNOWN_MILLIS);
        known.remember(hash, token.get().principal(), now.toEpochMilli(), until);
        return new Known(token.get().principal());
    }

    private Identity byJwt(String proof, byte[] hash, Instant now) {
        if (jwt.isEmpty()) {
            return new Unproven("no token of this house, and no issuer is trusted");
        }
        return switch (jwt.get().check(proof, now)) {
            case JwtCheck.Verdict.Sound sound -> {
                known.remember(
                        hash,
                        sound.principal(),
                        now.toEpochMilli(),
                        sound.until().toEpochMilli());
                yield new Known(sound.principal());
            }
            case JwtCheck.Verdict.Unsound unsound -> new Unproven(unsound.why());
        };
    }
}
