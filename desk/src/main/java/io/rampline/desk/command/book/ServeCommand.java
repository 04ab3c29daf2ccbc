package io.rampline.desk.command.book;

import io.rampline.desk.access.BookLinks;
import io.rampline.desk.access.BookTokens;
import io.rampline.desk.admission.Admission;
import io.rampline.desk.command.CommandFault;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Steps;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.http.AdoptionRule;
import io.rampline.desk.http.HttpDesk;
import io.rampline.desk.http.HttpSettings;
import io.rampline.desk.http.WindowSettings;
import io.rampline.orderbook.BookState;
import io.rampline.promise.TimeOfBook;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    private static final int FUTURES_MAX = 1_000_000;

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

    @Option(
            names = "--futures",
            paramLabel = "N",
            description = {
                "Counts the windows of the book in at most so many futures, by itself: at the start, every week, and when the"
                        + " book has moved. 0 counts them only when somebody asks. Default: ${DEFAULT-VALUE}."
            },
            defaultValue = "" + WindowSettings.FUTURES)
    private int futures = WindowSettings.FUTURES;

    @Option(
            names = "--persons",
            paramLabel = "N",
            description = "How many must agree to a plan that is adopted, 1 or 2. Default: 2 where there is a login.")
    private @Nullable Integer persons;

    @Option(
            names = "--undo-hours",
            paramLabel = "N",
            description = "How long an adopted plan can be undone; 0 for not at all. Default: ${DEFAULT-VALUE}.",
            defaultValue = "" + AdoptionRule.UNDO_HOURS_USUAL)
    private int undoHours = AdoptionRule.UNDO_HOURS_USUAL;

    /** Whether there is nothing yet with which anybody could sign in. */
    private boolean isShut;

    @ArgGroup(exclusive = false, heading = "%nLogin by JWT (OpenID Connect):%n")
    private @Nullable JwtOptions jwt;

    @ArgGroup(exclusive = false, heading = "%nA waiting room for launch night:%n")
    private @Nullable WaitingRoomOptions waitingRoom;

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
            } catch (IllegalArgumentException wrong) {
                throw new CommandFault(ExitCode.USAGE, wrong);
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
        JwtOptions trusted = jwt;
        WaitingRoomOptions room = waitingRoom;
        BookTokens tokens = new BookTokens(open.database());
        boolean isWithoutToken = tokens.all().isEmpty();
        boolean isOpenToAll = !login && trusted == null && isThisMachine() && isWithoutToken;
        isShut = isWithoutToken && trusted == null && !isOpenToAll;
        HttpSettings settings = HttpSettings.usual(port, tokens, isOpenToAll)
                .withHost(host)
                .withLinks(new BookLinks(open.database()))
                .withLog(terminal.err(), logRequests)
                .withWindows(windows(open))
                .withAdoption(adoption(isOpenToAll));
        if (trusted != null) {
            settings = settings.withJwt(trusted.check());
        }
        return room == null ? settings : settings.withAdmission(new Admission(List.of(), Optional.of(room.room())));
    }

    private AdoptionRule adoption(boolean isOpenToAll) {
        Integer asked = persons;
        return new AdoptionRule(asked == null ? isOpenToAll ? 1 : 2 : asked, Duration.ofHours(undoHours));
    }

    private WindowSettings windows(OpenBook open) {
        if (futures < 0 || futures > FUTURES_MAX) {
            throw new CommandFault(ExitCode.USAGE, "found --futures " + futures + ", expected 0 to " + FUTURES_MAX);
        }
        int most = futures == 0 ? WindowSettings.FUTURES : futures;
        return new WindowSettings(open.scenario().uncertainty(), most, futures > 0);
    }

    private boolean isThisMachine() {
        return host.equals("127.0.0.1") || host.equals("localhost") || host.equals("::1");
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
        if (isShut) {
            terminal.say("every request needs a token, and there is none yet. Maybe make one in another shell:"
                    + " rampline token --make NAME --role admin" + place.asTyped());
        }
    }
}
