package io.rampline.desk.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks a JWT: an algorithm of the list, a key of the issuer that is meant for it, the signature, issuer, audience,
 * the time, a subject, a role. What is missing counts against it.
 *
 * <p>Sources: RFC 7519 and RFC 8725 (best current practices): the algorithm comes from our list and must fit the key,
 * never from the token alone; {@code none} and the shared-secret algorithms are not on the list.
 */
public final class JwtCheck {
    static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256, JWSAlgorithm.EdDSA, JWSAlgorithm.Ed25519);
    /** Clocks of two machines differ by less. */
    static final Duration SKEW = Duration.ofSeconds(30);

    private static final int RSA_BITS_MIN = 2048;
    private static final Set<String> TYPES = Set.of("JWT", "AT+JWT");

    private final JwtTrust trust;
    private final JwtKeys keys;

    public JwtCheck(JwtTrust trust, JwtKeys keys) {
        this.trust = trust;
        this.keys = keys;
    }

    /** Whether it proves something, and for how long. */
    sealed interface Verdict {
        record Sound(Principal principal, Instant until) implements Verdict {}

        record Unsound(String why) implements Verdict {}
    }

    Verdict check(String proof, Instant now) {
        try {
            SignedJWT jwt = SignedJWT.parse(proof);
            Optional<String> flaw = headerFlaw(jwt.getHeader());
            if (flaw.isPresent()) {
                return new Verdict.Unsound(flaw.get());
            }
            return isSigned(jwt) ? claims(jwt.getJWTClaimsSet(), now) : new Verdict.Unsound("a JWT nobody signed");
        } catch (ParseException broken) {
            return new Verdict.Unsound("no JWT");
        } catch (KeySourceException unreachable) {
            return new Verdict.Unsound("the keys of the issuer cannot be read");
        } catch (JOSEException | GeneralSecurityException unusable) {
            return new Verdict.Unsound("a key or signature that cannot be used");
        }
    }

    private static Optional<String> headerFlaw(JWSHeader header) {
        if (!ALGORITHMS.contains(header.getAlgorithm())) {
            return Optional.of("an algorithm that is not on the list");
        }
        if (header.getCriticalParams() != null || !header.isBase64URLEncodePayload()) {
            return Optional.of("an extension that is not understood");
        }
        boolean isTyped = header.getType() == null
                || TYPES.contains(header.getType().getType().toUpperCase(java.util.Locale.ROOT));
        return isTyped ? Optional.empty() : Optional.of("a token of another type");
    }

    private boolean isSigned(SignedJWT jwt) throws JOSEException, GeneralSecurityException {
        JWKMatcher matcher = JWKMatcher.forJWSHeader(jwt.getHeader());
        if (matcher == null) {
            return false;
        }
        List<JWK> candidates = keys.source().get(new JWKSelector(matcher), null);
        for (JWK key : candidates) {
            if (isSignedBy(key, jwt)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSignedBy(JWK key, SignedJWT jwt) throws JOSEException, GeneralSecurityException {
        JWSAlgorithm algorithm = jwt.getHeader().getAlgorithm();
        return switch (key) {
            case RSAKey rsa ->
                algorithm.equals(JWSAlgorithm.RS256)
                        && rsa.size() >= RSA_BITS_MIN
                        && jwt.verify(new RSASSAVerifier(rsa.toRSAPublicKey()));
            case ECKey ec -> algorithm.equals(JWSAlgorithm.ES256) && jwt.verify(new ECDSAVerifier(ec.toECPublicKey()));
            case OctetKeyPair pair ->
                (algorithm.equals(JWSAlgorithm.EdDSA) || algorithm.equals(JWSAlgorithm.Ed25519))
                        && Ed25519Signature.isSound(
                                pair, jwt.getSigningInput(), jwt.getSignature().decode());
            default -> false;
        };
    }

    private Verdict claims(JWTClaimsSet claims, Instant now) throws ParseException {
        if (!trust.issuer().equals(claims.getIssuer())) {
            return new Verdict.Unsound("another issuer");
        }
        if (!claims.getAudience().contains(trust.audience())) {
            return new Verdict.Unsound("another audience");
        }
        Date expires = claims.getExpirationTime();
        if (expires == null || !now.isBefore(expires.toInstant().plus(SKEW))) {
            return new Verdict.Unsound("a JWT that has expired, or never does");
        }
        Date notBefore = claims.getNotBeforeTime();
        if (notBefore != null && now.isBefore(notBefore.toInstant().minus(SKEW))) {
            return new Verdict.Unsound("a JWT that is not valid yet");
        }
        String subject = claims.getSubject();
        if (subject == null || !Principal.isName(subject)) {
            return new Verdict.Unsound("a subject that cannot be a principal");
        }
        Optional<Role> role = role(claims);
        if (role.isEmpty()) {
            return new Verdict.Unsound("no role of this house");
        }
        return new Verdict.Sound(
                new Principal(subject, role.get()), expires.toInstant().plus(SKEW));
    }

    private Optional<Role> role(JWTClaimsSet claims) {
        @Nullable Object value = claims.getClaims();
        for (String step : trust.roleClaim().split("\\.", -1)) {
            value = value instanceof Map<?, ?> object ? object.get(step) : null;
        }
        Stream<?> named = switch (value) {
            case String text -> Stream.of(text.split(" ", -1));
            case Collection<?> several -> several.stream();
            case null, default -> Stream.empty();
        };
        return named.filter(String.class::isInstance)
                .map(name -> trust.roles().get((String) name))
                .filter(role -> role != null)
                .max(Role::compareTo);
    }
}
