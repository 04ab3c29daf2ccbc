package io.rampline.desk.start;

import io.rampline.desk.command.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the launcher runs once after a build, for the JVM to learn which classes every later start needs: a briefing,
 * then a book served over HTTP until it has answered. Where no book can be served (some containers refuse the database)
 * the briefing alone has been learnt from.
 */
final class Rehearsal {
    private static final Pattern SERVING = Pattern.compile("Serving on (http://\\S+)");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** More than a desk says while nobody listens any more. */
    private static final int UNHEARD_BYTES_MAX = 1 << 20;

    private Rehearsal() {}

    /**
     * Runs the rehearsal and ends the process.
     *
     * @param arguments the folder of {@code examples/tiny}, and a folder for what the rehearsal writes
     * @throws IOException when the desk does not answer
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String scenario = arguments[0];
        Path folder = Path.of(arguments[1]);
        Terminal terminal = Terminal.ofProcess(System.getenv());
        Rampline.run(
                terminal,
                "brief",
                scenario,
                "--quiet",
                "--out",
                folder.resolve("brief").toString());
        PipedInputStream said = new PipedInputStream(UNHEARD_BYTES_MAX);
        PrintStream saying = new PrintStream(new PipedOutputStream(said), true, StandardCharsets.UTF_8);
        Thread.ofPlatform().daemon().start(() -> serve(saying, scenario, folder.resolve("data")));
        String address = addressIn(said);
        if (address != null) {
            ask(address);
        }
        System.exit(address == null ? 1 : 0);
    }

    private static void serve(PrintStream saying, String scenario, Path data) {
        try (saying) {
            Terminal terminal = new Terminal(saying, saying, false, false, false, false);
            Rampline.run(terminal, "serve", scenario, "--port", "0", "--data", data.toString());
        }
    }

    /** Null when the desk ended without serving; what it said then went to the error stream. */
    private static @Nullable String addressIn(PipedInputStream said) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(said, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            System.err.println(line);
            Matcher serving = SERVING.matcher(line);
            if (serving.find()) {
                return serving.group(1);
            }
        }
        return null;
    }

    private static void ask(String address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String path : new String[] {"/readyz", "/", "/api/v1/orders/REHEARSAL", "/metrics"}) {
                client.send(request(address + path).GET().build(), BodyHandlers.discarding());
            }
            client.send(
                    request(address + "/api/v1/orders/REHEARSAL")
                            .PUT(BodyPublishers.ofString("{\"model\": \"Tour\", \"trim\": \"Long\"}"))
                            .build(),
                    BodyHandlers.discarding());
        }
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .timeout(PATIENCE);
    }
}
