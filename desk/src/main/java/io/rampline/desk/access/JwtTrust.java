package io.rampline.desk.access;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whose JWTs are believed, and what they mean here.
 *
 * @param issuer must be {@code iss}, to the letter
 * @param audience must be among {@code aud}
 * @param roleClaim where the roles stand, with dots for objects in objects: {@code realm_access.roles}
 * @param roles what a role is called there, and which role that is here; whoever has none of them is nobody
 */
public record JwtTrust(String issuer, String audience, String roleClaim, SortedMap<String, Role> roles) {
    public JwtTrust {
        if (issuer.isBlank() || audience.isBlank() || roleClaim.isBlank() || roles.isEmpty()) {
            throw new IllegalArgumentException("found a trust in JWTs without issuer, audience, role claim or roles,"
                    + " expected all four; maybe leave the trust out");
        }
        roles = new TreeMap<>(Map.copyOf(roles));
    }
}
