package io.rampline.desk.command.book;

import io.rampline.desk.access.JwtCheck;
import io.rampline.desk.access.JwtKeys;
import io.rampline.desk.access.JwtTrust;
import io.rampline.desk.access.Role;
import io.rampline.desk.command.CommandFault;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Steps;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.http.HttpDesk;
import io.rampline.desk.http.HttpSettings;
import io.rampline.orderbook.BookState;
import io.rampline.promise.TimeOfBook;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "serve",
        description = {
            "Serves a durable book over HTTP: orders come in, each gets its date, and what was answered is never lost.",
            "The book lies in a PostgreSQL that comes with Rampline, or in one of yours. The first time it is made of a"
                    + " scenario; from then on it goes on where it stopped.",
            "On this machine alone, and as long as there is no token, everybody is an admin. Ends with Ctrl-C."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  rampline serve examples/tiny             makes a book in rampline-data and serves it",
            "  rampline serve                           goes on with it",
            "  curl -X PUT http://127.0.0.1:8787/api/v1/orders/A-1 -H 'Content-Type: application/json' \\",
            "       -d '{\"model\": \"GO\", \"trim\": \"Base\"}'",
            "  rampline serve --database postgresql://rampline@db.example/book --host 0.0.0.0"
        })
final class ServeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            paramLabel = "SCENARIO",
            description = "The scenario folder to make the book of, when there is none yet.")
    private Path scenario = Path.of("");

    @Mixin
    private BookPlace place = new BookPlace();

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Where to listen. Default: ${DEFAULT-VALUE}, this machine alone.",
            defaultValue = "127.0.0.1")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Which port; 0 for any free one. Default: ${DEFAULT-VALUE}.",
            defaultValue = "8787")
    private int port = 8787;

    @Option(names = "--login", description = "Asks for a token even on this machine alone when there are none yet.")
    private boolean login;

    @Option(names = "--log-requests", description = "Logs every request, not only refusals and faults.")
    private boolean logRequests;

    @ArgGroup(exclusive = false, heading = "%nLogin by JWT (OpenID Connect):%n")
    private @Nullable Jwt jwt;

    /** Whose JWTs are believed. */
    private static final class Jwt {
        @Option(names = "--jwt-issuer", required = true, paramLabel = "URL", description = "Must be iss.")
        private String issuer = "";

        @Option(names = "--jwt-audience", required = true, paramLabel = "TEXT", description = "Must be among aud.")
        private String audience = "";

        @Option(
                names = "--jwt-keys",
                required = true,
                paramLabel = "URL|FILE",
                description = "The issuer's keys as JWKS: https address or file.")
        private String keys = "";

        @Option(
                names = "--jwt-role-claim",
                paramLabel = "NAME",
                description = "Where roles stand. Default: ${DEFAULT-VALUE}.",
                defaultValue = "roles")
        private String claim = "roles";

        @Option(
                names = "--jwt-role",
                paramLabel = "THEIRS=OURS",
                description = "What a role is called there; may be given several times. Default: as here.")
        private Map<String, String> roles = Map.of();
    }

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        Optional<Path> makeFrom = scenario.toString().isEmpty() ? Optional.empty() : Optional.of(scenario);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        try (Steps steps = new Steps(terminal, false);
                OpenBook open = OpenBook.open(place, makeFrom, terminal, steps)) {
            // Ctrl-C and kill: the hook lets this thread go on, and waits until everything is closed.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(asked, closed), "end"));
            try (HttpDesk desk = HttpDesk.open(open.book(), settings(open))) {
                tell(open, desk);
                asked.await();
                terminal.say("closing: requests under way are answered");
            } catch (IllegalStateException taken) {
                throw new CommandFault(
                        ExitCode.FILES,
                        "could not listen on " + host + ":" + port + ": " + taken.getMessage()
                                + ". Maybe another program does; --port names another port",
                        taken);
            }
        } finally {
            closed.countDown();
        }
        return ExitCode.OK;
    }

    private static void end(CountDownLatch asked, CountDownLatch closed) {
        asked.countDown();
        try {
            closed.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpSettings settings(OpenBook open) {
        RecordedTokens tokens = new RecordedTokens(open.database());
        Jwt trust = jwt;
        boolean isOpenToAll =
                !login && trust == null && isThisMachine() && tokens.all().isEmpty();
        HttpSettings settings =
                HttpSettings.usual(port, tokens, isOpenToAll).withHost(host).withLog(terminal.err(), logRequests);
        return trust == null ? settings : settings.withJwt(check(trust));
    }

    private boolean isThisMachine() {
        return host.equals("127.0.0.1") || host.equals("localhost") || host.equals("::1");
    }

    private static JwtCheck check(Jwt jwt) {
        TreeMap<String, Role> roles = new TreeMap<>();
        for (Role role : Role.values()) {
            if (jwt.roles.isEmpty()) {
                roles.put(role.label(), role);
            }
        }
        jwt.roles.forEach((theirs, ours) -> roles.put(
                theirs,
                Role.find(ours)
                        .orElseThrow(() -> new CommandFault(
                                ExitCode.USAGE, "found role \"" + ours + "\", expected one of " + Role.labels()))));
        try {
            boolean isAddress = jwt.keys.startsWith("http:") || jwt.keys.startsWith("https:");
            JwtKeys keys = isAddress ? JwtKeys.at(URI.create(jwt.keys)) : JwtKeys.inFile(Path.of(jwt.keys));
            return new JwtCheck(new JwtTrust(jwt.issuer, jwt.audience, jwt.claim, roles), keys);
        } catch (IOException | IllegalArgumentException wrong) {
            throw new CommandFault(ExitCode.USAGE, String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private void tell(OpenBook open, HttpDesk desk) {
        BookState state = open.book().state();
        terminal.say(String.format(
                Locale.ROOT,
                "%s: the book has %,d entries, its day is %s. Serving on http://%s:%d",
                open.scenario().scenario().name(),
                state.position(),
                TimeOfBook.day(open.book().now()),
                host.contains(":") ? "[" + host + "]" : host,
                desk.port()));
    }
}
