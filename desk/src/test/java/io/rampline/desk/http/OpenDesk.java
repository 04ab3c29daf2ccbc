package io.rampline.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rampline.desk.SmallScenario;
import io.rampline.desk.access.MemoryLinks;
import io.rampline.desk.access.MemoryTokens;
import io.rampline.desk.access.Principal;
import io.rampline.desk.access.Role;
import io.rampline.desk.access.TokenMint;
import io.rampline.desk.access.TokenStore;
import io.rampline.desk.briefing.PromisedBook;
import io.rampline.factory.Network;
import io.rampline.orderbook.DurableBook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A desk on a free port, over the book of a scenario, with a token for each role. Every answer is held against
 * openapi.yaml.
 */
final class OpenDesk implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    final MemoryBook book;
    final TokenStore tokens;
    final MemoryLinks links = new MemoryLinks();
    final ByteArrayOutputStream journal = new ByteArrayOutputStream();
    private final HttpDesk desk;
    private final int port;
    private final RouteTable table;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> secrets = new HashMap<>();

    private OpenDesk(Path scenario, UnaryOperator<HttpSettings> settings) {
        this(bookOf(scenario), null, null, settings);
    }

    /** Over a durable book, whose tokens it takes. */
    static OpenDesk over(DurableBook durable, TokenStore tokens) {
        return over(durable, tokens, settings -> settings);
    }

    static OpenDesk over(DurableBook durable, TokenStore tokens, UnaryOperator<HttpSettings> settings) {
        return new OpenDesk(null, Book.of(durable), tokens, settings);
    }

    private OpenDesk(MemoryBook memory, Book other, TokenStore others, UnaryOperator<HttpSettings> settings) {
        this.book = memory;
        Book asked = memory == null ? other : memory;
        this.tokens = others == null ? new MemoryTokens() : others;
        HttpSettings usual = HttpSettings.usual(0, tokens, false)
                .withLinks(links)
                .withLog(new PrintStream(journal, true, StandardCharsets.UTF_8), true);
        HttpSettings chosen = settings.apply(usual);
        this.desk = HttpDesk.open(asked, chosen);
        this.port = desk.port();
        this.table = Desks.of(asked, chosen, InstantSource.system(), System::nanoTime)
                .table();
    }

    /** A second desk over the book of another. */
    static OpenDesk over(OpenDesk other, UnaryOperator<HttpSettings> settings) {
        return new OpenDesk(other.book, null, null, settings);
    }

    static MemoryBook bookOf(Path scenario) {
        PromisedBook promised = SmallScenario.bookOf(scenario);
        return new MemoryBook(Network.ofBook(promised.engine().network().scenario()), promised.orders());
    }

    /** Over examples/tiny. */
    static OpenDesk tiny() {
        return new OpenDesk(SmallScenario.example("tiny"), settings -> settings);
    }

    /** Over the book of a scenario folder. */
    static OpenDesk of(Path scenario) {
        return new OpenDesk(scenario, settings -> settings);
    }

    static OpenDesk of(Path scenario, UnaryOperator<HttpSettings> settings) {
        return new OpenDesk(scenario, settings);
    }

    static OpenDesk tiny(UnaryOperator<HttpSettings> settings) {
        return new OpenDesk(SmallScenario.example("tiny"), settings);
    }

    HttpDesk desk() {
        return desk;
    }

    int port() {
        return port;
    }

    String secret(Role role, String name) {
        return secrets.computeIfAbsent(
                role + " " + name,
                _ -> new TokenMint(tokens)
                        .mint("test", new Principal(name, role), Optional.empty())
                        .secret());
    }

    /** Somebody who asks. */
    Asking as(Role role, String name) {
        return new Asking(Map.of("Authorization", "Bearer " + secret(role, name)));
    }

    Asking as(Role role) {
        return as(role, role.label());
    }

    Asking asNobody() {
        return new Asking(Map.of());
    }

    record Told(int status, JsonNode body, HttpResponse<byte[]> response) {
        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        /** {@code unknown-order} of a problem document. */
        String problem() {
            return body.path("type").asText().replace("urn:rampline:problem:", "");
        }
    }

    final class Asking {
        private final Map<String, String> headers;

        private Asking(Map<String, String> headers) {
            this.headers = headers;
        }

        Asking with(String header, String value) {
            Map<String, String> more = new HashMap<>(headers);
            more.put(header, value);
            return new Asking(more);
        }

        Told get(String path) {
            return ask("GET", path, null);
        }

        Told delete(String path) {
            return ask("DELETE", path, null);
        }

        Told put(String path, String body) {
            return ask("PUT", path, body);
        }

        Told post(String path, String body) {
            return ask("POST", path, body);
        }

        Told ask(String method, String path, String body) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(body));
            if (body != null && !headers.containsKey("Content-Type")) {
                request.header("Content-Type", "application/json");
            }
            headers.forEach(request::header);
            return told(method, path, send(request.build()));
        }

        /** A body that is no JSON. */
        Told post(String path, String type, byte[] body) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .header("Content-Type", type);
            headers.forEach(request::header);
            return told("POST", path, send(request.build()));
        }

        private HttpResponse<byte[]> send(HttpRequest request) {
            try {
                return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }

    private Told told(String method, String path, HttpResponse<byte[]> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        JsonNode body = JSON.createObjectNode();
        if (type.contains("json") && response.body().length > 0) {
            try {
                body = JSON.readTree(response.body());
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            String rawPath = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
            if (table.find(method, rawPath) instanceof RouteTable.Found.Match match) {
                assertThat(Description.flaws(match.route(), response.statusCode(), body))
                        .as(method + " " + path + " -> " + response.statusCode() + " " + body)
                        .isEmpty();
            }
        }
        return new Told(response.statusCode(), body, response);
    }

    @Override
    public void close() {
        client.close();
        desk.close();
    }
}
