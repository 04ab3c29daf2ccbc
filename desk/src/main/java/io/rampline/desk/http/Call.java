package io.rampline.desk.http;

import io.rampline.desk.access.Ownership;
import io.rampline.desk.access.Principal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request that has been let through: what is asked, and who asks. */
final class Call {
    private static final int QUERY_LENGTH_MAX = 2_000;
    private static final int KEY_LENGTH_MAX = 64;
    private static final int PIECE = 1 << 16;

    private final Incoming incoming;
    private final Route route;
    private final List<String> parameters;
    private final Optional<Principal> principal;
    private @Nullable Map<String, String> query;

    Call(Incoming incoming, Route route, List<String> parameters, Optional<Principal> principal) {
        this.incoming = incoming;
        this.route = route;
        this.parameters = parameters;
        this.principal = principal;
    }

    Route route() {
        return route;
    }

    /** Who asks; there is somebody on every route but those for anybody. */
    Principal principal() {
        return principal.orElseThrow(() -> new IllegalStateException("found nobody on " + route.label()));
    }

    Optional<Principal> findPrincipal() {
        return principal;
    }

    /** What stands in the book for the one who asks. */
    String actor() {
        return Ownership.actor(principal());
    }

    /** The parameters of the path, in order. */
    String parameter(int number) {
        return parameters.get(number);
    }

    /** The order that the path names. */
    String orderId() {
        return orderId(parameters.getFirst());
    }

    static String orderId(String text) {
        if (text.isEmpty() || text.length() > 64 || !text.equals(text.strip())) {
            throw Problem.parameter("order id", text, "1 to 64 characters without blanks around them");
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i)) || Character.isSurrogate(text.charAt(i))) {
                throw Problem.parameter("order id", "a character that cannot be printed", "printable characters");
            }
        }
        return text;
    }

    String header(Head head) {
        return incoming.header(head);
    }

    /** Makes the request be done once; the same key of somebody else is another one. */
    Optional<String> requestId() {
        String key = incoming.header(Head.IDEMPOTENCY_KEY);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        boolean isSound = key.length() <= KEY_LENGTH_MAX && key.chars().allMatch(c -> c > ' ' && c < 127);
        if (!isSound) {
            throw Problem.parameter("Idempotency-Key", key, "1 to " + KEY_LENGTH_MAX + " visible ASCII characters");
        }
        return Optional.of(actor() + " " + key);
    }

    /** The query; a problem when it holds what the route does not know. */
    Query query() {
        Map<String, String> values = query;
        if (values == null) {
            values = parsed(incoming.rawQuery(), route.queries());
            query = values;
        }
        return new Query(values);
    }

    /** The query, decoded. */
    record Query(Map<String, String> values) {
        Optional<String> find(String name) {
            return Optional.ofNullable(values.get(name));
        }

        int whole(String name, int otherwise, int least, int most) {
            String text = values.get(name);
            if (text == null) {
                return otherwise;
            }
            try {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException notOne) {
                // Said below, as for a number out of range.
            }
            throw Problem.parameter(name, text, "a whole number from " + least + " to " + most);
        }
    }

    private static Map<String, String> parsed(String raw, List<String> known) {
        if (raw.isEmpty()) {
            return Map.of();
        }
        if (raw.length() > QUERY_LENGTH_MAX) {
            throw Problem.parameter("query", raw.length() + " characters", "at most " + QUERY_LENGTH_MAX);
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = RouteTable.decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0
                    ? ""
                    : RouteTable.decoded(pair.substring(equals + 1).replace('+', ' '));
            if (!known.contains(name)) {
                throw Problem.parameter(
                        "query parameter",
                        name,
                        known.isEmpty()
                                ? "none"
                                : "one of "
                                        + String.join(
                                                ", ", known.stream().sorted().toList()));
            }
            if (values.put(name, Fields.checkedText(name, value)) != null) {
                throw Problem.parameter(name, "it twice", "it once");
            }
        }
        return values;
    }

    /** The whole body, as far as the route takes one. */
    byte[] body() {
        int most = route.entity().bytesMax();
        if (!incoming.hasBody()) {
            return new byte[0];
        }
        try (InputStream body = incoming.body()) {
            int length = incoming.bodyLength();
            if (length >= 0 && length <= most) {
                return exactly(body, length);
            }
            byte[] bytes = body.readNBytes(most + 1);
            if (bytes.length > most) {
                throw tooLarge(most);
            }
            return bytes;
        } catch (IOException broken) {
            throw new Problem(ProblemType.MALFORMED_REQUEST, "the body ended before its end");
        }
    }

    /** The media type of the body, of those that the route takes. */
    String bodyType() {
        return MediaTypes.named(
                        incoming.header(Head.CONTENT_TYPE), route.entity().types())
                .orElseThrow(() -> new Problem(ProblemType.MALFORMED_REQUEST, "found no body, expected one"));
    }

    /** Writes the body to a file, as far as the route takes one; its SHA-256 in hexadecimal. */
    String bodyTo(Path file) {
        int most = route.entity().bytesMax();
        try (InputStream body = incoming.body();
                OutputStream to = Files.newOutputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] piece = new byte[PIECE];
            long bytes = 0;
            for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
                bytes += read;
                if (bytes > most) {
                    throw tooLarge(most);
                }
                digest.update(piece, 0, read);
                to.write(piece, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException broken) {
            throw new Problem(ProblemType.MALFORMED_REQUEST, "the body ended before its end, or found no room here");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    private static byte[] exactly(InputStream body, int length) throws IOException {
        byte[] bytes = new byte[length];
        int read = body.readNBytes(bytes, 0, length);
        if (read < length) {
            throw new IOException("found " + read + " bytes, expected " + length);
        }
        return bytes;
    }

    static Problem tooLarge(int most) {
        return new Problem(ProblemType.TOO_LARGE, "a body here has at most " + most + " bytes").with("bytes_max", most);
    }

    /** The body as an object with no other fields than these; an empty one where there may be none. */
    Fields fields(String... known) {
        byte[] body = body();
        boolean mayBeEmpty = route.entity() == Route.Entity.OPTIONAL_JSON;
        byte[] object = body.length == 0 && mayBeEmpty ? "{}".getBytes(StandardCharsets.UTF_8) : body;
        return Fields.of(object, Set.of(known));
    }
}
