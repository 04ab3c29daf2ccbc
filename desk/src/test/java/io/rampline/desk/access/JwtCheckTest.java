package io.rampline.desk.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which JWTs prove something, and which of the known tricks do not. */
class JwtCheckTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final JwtTrust TRUST = new JwtTrust(
            "https://login.example",
            "rampline",
            "realm_access.roles",
            new TreeMap<>(Map.of("planning", Role.PLANNER, "buyer", Role.CUSTOMER)));

    private static RSAKey rsa;
    private static RSAKey foreign;
    private static ECKey ec;
    private static KeyPair ed;
    private static OctetKeyPair edKey;
    private static JwtCheck check;

    @BeforeAll
    static void keys() throws Exception {
        rsa = new RSAKeyGenerator(2048).keyID("r").generate();
        foreign = new RSAKeyGenerator(2048).keyID("r").generate();
        ec = new ECKeyGenerator(Curve.P_256).keyID("e").generate();
        ed = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] encoded = ((EdECPublicKey) ed.getPublic()).getEncoded();
        edKey = new OctetKeyPair.Builder(
                        Curve.Ed25519,
                        Base64URL.encode(java.util.Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)))
                .keyID("o")
                .build();
        check = new JwtCheck(TRUST, JwtKeys.of(new JWKSet(List.of(rsa, ec, edKey))));
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("https://login.example")
                .audience("rampline")
                .subject("4711")
                .expirationTime(Date.from(NOW.plusSeconds(300)))
                .claim("realm_access", Map.of("roles", List.of("buyer", "other")));
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) throws Exception {
        SignedJWT jwt = new SignedJWT(header, claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static String byRsa(JWTClaimsSet claims) throws Exception {
        return signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("r").build(), claims, new RSASSASigner(rsa));
    }

    private static String why(String proof) {
        return switch (check.check(proof, NOW)) {
            case JwtCheck.Verdict.Sound sound -> "sound: " + sound.principal();
            case JwtCheck.Verdict.Unsound unsound -> unsound.why();
        };
    }

    @Test
    void eachAlgorithmOfTheListIsUnderstood() throws Exception {
        String byEc = signed(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("e").build(), claims().build(), new ECDSASigner(ec));
        String head = Base64URL.encode("{\"alg\":\"EdDSA\",\"kid\":\"o\"}") + "."
                + Base64URL.encode(claims().build().toString());
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(ed.getPrivate());
        signature.update(head.getBytes(StandardCharsets.US_ASCII));
        String byEd = head + "." + Base64URL.encode(signature.sign());

        for (String proof : List.of(byRsa(claims().build()), byEc, byEd)) {
            assertThat(why(proof)).isEqualTo("sound: " + new Principal("4711", Role.CUSTOMER));
        }
    }

    @Test
    void theWidestOfSeveralRolesCounts() throws Exception {
        JWTClaimsSet both = claims().claim("realm_access", Map.of("roles", List.of("buyer", "planning")))
                .build();

        assertThat(why(byRsa(both))).isEqualTo("sound: " + new Principal("4711", Role.PLANNER));
    }

    @Test
    void whatIsMissingOrAnotherIsRefused() throws Exception {
        assertThat(why(byRsa(claims().issuer("https://evil.example").build()))).isEqualTo("another issuer");
        assertThat(why(byRsa(claims().issuer(null).build()))).isEqualTo("another issuer");
        assertThat(why(byRsa(claims().audience("shop").build()))).isEqualTo("another audience");
        assertThat(why(byRsa(claims().audience((String) null).build()))).isEqualTo("another audience");
        assertThat(why(byRsa(claims().expirationTime(null).build()))).contains("expired");
        assertThat(why(byRsa(claims().subject(null).build()))).contains("subject");
        assertThat(why(byRsa(claims().subject("a b").build()))).contains("subject");
        assertThat(why(byRsa(claims().claim("realm_access", null).build()))).contains("role");
        assertThat(why(byRsa(claims().claim("realm_access", "planning").build())))
                .contains("role");
        assertThat(why(byRsa(claims().claim("realm_access", Map.of("roles", List.of("admin")))
                        .build())))
                .contains("role");
    }

    @Test
    void clocksMayDifferByHalfAMinute() throws Exception {
        assertThat(why(byRsa(
                        claims().expirationTime(Date.from(NOW.minusSeconds(29))).build())))
                .startsWith("sound");
        assertThat(why(byRsa(
                        claims().expirationTime(Date.from(NOW.minusSeconds(30))).build())))
                .contains("expired");
        assertThat(why(byRsa(
                        claims().notBeforeTime(Date.from(NOW.plusSeconds(30))).build())))
                .startsWith("sound");
        assertThat(why(byRsa(
                        claims().notBeforeTime(Date.from(NOW.plusSeconds(31))).build())))
                .contains("not valid yet");
    }

    @Test
    void theKnownTricksDoNotWork() throws Exception {
        JWTClaimsSet claims = claims().build();
        assertThat(why(new PlainJWT(claims).serialize())).isEqualTo("no JWT");
        // The public key as a shared secret.
        byte[] asSecret = rsa.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        assertThat(why(signed(
                        new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("r").build(), claims, new MACSigner(asSecret))))
                .contains("list");
        assertThat(why(signed(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("r").build(),
                        claims,
                        new RSASSASigner(foreign))))
                .contains("nobody signed");
        assertThat(why(signed(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .keyID("r")
                                .jwk(foreign.toPublicJWK())
                                .build(),
                        claims,
                        new RSASSASigner(foreign))))
                .contains("nobody signed");
        assertThat(why(signed(
                        new JWSHeader.Builder(JWSAlgorithm.RS512).keyID("r").build(), claims, new RSASSASigner(rsa))))
                .contains("list");
        assertThat(why(signed(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .keyID("r")
                                .type(new JOSEObjectType("logout+jwt"))
                                .build(),
                        claims,
                        new RSASSASigner(rsa))))
                .contains("another type");
        String sound = byRsa(claims);
        String[] parts = sound.split("\\.", -1);
        String other =
                Base64URL.encode(claims().subject("admin").build().toString()).toString();
        assertThat(why(parts[0] + "." + other + "." + parts[2])).contains("nobody signed");
        assertThat(why(parts[0] + "." + parts[1] + ".")).doesNotStartWith("sound");
        assertThat(why(sound)).startsWith("sound");
    }

    @Test
    void aKeyOfTooFewBitsIsNotUsed() throws Exception {
        RSAKey weak = new RSAKeyGenerator(1024, true).keyID("w").generate();
        JwtCheck trusting = new JwtCheck(TRUST, JwtKeys.of(new JWKSet(weak)));
        String head = Base64URL.encode("{\"alg\":\"RS256\",\"kid\":\"w\"}") + "."
                + Base64URL.encode(claims().build().toString());
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(weak.toPrivateKey());
        signature.update(head.getBytes(StandardCharsets.US_ASCII));
        String proof = head + "." + Base64URL.encode(signature.sign());

        assertThat(trusting.check(proof, NOW)).isInstanceOf(JwtCheck.Verdict.Unsound.class);
    }

    @Test
    void keysAreReadFromAFileOrFetched(@TempDir Path folder) throws Exception {
        String keys = new JWKSet(rsa.toPublicJWK()).toString();
        Path file = Files.writeString(folder.resolve("keys.json"), keys);
        assertThat(new JwtCheck(TRUST, JwtKeys.inFile(file)).check(byRsa(claims().build()), NOW))
                .isInstanceOf(JwtCheck.Verdict.Sound.class);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", exchange -> {
            byte[] bytes = keys.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys");
            assertThat(new JwtCheck(TRUST, JwtKeys.at(address)).check(byRsa(claims().build()), NOW))
                    .isInstanceOf(JwtCheck.Verdict.Sound.class);
        } finally {
            server.stop(0);
        }
        assertThatThrownBy(() -> JwtKeys.at(URI.create("http://login.example/keys")))
                .hasMessageContaining("https");
    }
}
