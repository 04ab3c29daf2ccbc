package io.rampline.desk.access;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.IOException;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

/** The keys of an issuer. */
public final class JwtKeys {
    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
    private static final int READ_TIMEOUT_MILLIS = 3_000;
    private static final int SIZE_MAX = 256 * 1024;

    private final JWKSource<SecurityContext> source;

    private JwtKeys(JWKSource<SecurityContext> source) {
        this.source = source;
    }

    /** Keys that never change while the program runs. */
    public static JwtKeys of(JWKSet keys) {
        return new JwtKeys(new ImmutableJWKSet<>(keys.toPublicJWKSet()));
    }

    /**
     * Keys from a file.
     *
     * @throws IOException when it cannot be read or is no JWKS
     */
    public static JwtKeys inFile(Path file) throws IOException {
        try {
            return of(JWKSet.parse(Files.readString(file)));
        } catch (ParseException broken) {
            throw new IOException("found no JWKS in " + file + ": " + broken.getMessage(), broken);
        }
    }

    /**
     * Keys that are fetched when they are needed: kept for some minutes, asked for again at most twice in half a minute
     * when a token names an unknown key, and used a while longer when the issuer cannot be reached.
     *
     * @throws IllegalArgumentException unless it is https, or http on this machine
     */
    public static JwtKeys at(URI address) {
        boolean isSafe = "https".equals(address.getScheme())
                || ("http".equals(address.getScheme()) && isThisMachine(address.getHost()));
        if (!isSafe) {
            throw new IllegalArgumentException("found keys at " + address + ", expected https");
        }
        try {
            DefaultResourceRetriever retriever =
                    new DefaultResourceRetriever(CONNECT_TIMEOUT_MILLIS, READ_TIMEOUT_MILLIS, SIZE_MAX);
            return new JwtKeys(JWKSourceBuilder.<SecurityContext>create(address.toURL(), retriever)
                    .outageTolerant(true)
                    .build());
        } catch (MalformedURLException malformed) {
            throw new IllegalArgumentException("found keys at " + address + ", expected an address", malformed);
        }
    }

    private static boolean isThisMachine(String host) {
        try {
            return host != null && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    JWKSource<SecurityContext> source() {
        return source;
    }
}
