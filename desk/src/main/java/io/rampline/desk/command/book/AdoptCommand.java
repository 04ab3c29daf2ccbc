package io.rampline.desk.command.book;

import io.rampline.desk.command.Columns;
import io.rampline.desk.command.CommandFault;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Steps;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.timetable.Decided;
import io.rampline.desk.timetable.Effect;
import io.rampline.desk.timetable.KeptPlan;
import io.rampline.desk.timetable.MistakenQuestion;
import io.rampline.desk.timetable.PlanToAdopt;
import io.rampline.desk.timetable.Proposal;
import io.rampline.desk.timetable.Proposals;
import io.rampline.factory.Decisions;
import io.rampline.factory.Horizon;
import io.rampline.orderbook.BookUnavailable;
import io.rampline.orderbook.BookView;
import io.rampline.orderbook.DurableBook;
import io.rampline.orderbook.Outcome;
import io.rampline.orderbook.Request;
import io.rampline.promise.AdoptedPlan;
import io.rampline.promise.Answer;
import io.rampline.promise.Command.AdoptPlan;
import io.rampline.promise.GainsAndLosses;
import io.rampline.promise.MarketProduct;
import io.rampline.promise.PromiseEngine;
import io.rampline.promise.TimeOfBook;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
        name = "adopt",
        description = {
            "Makes the plan of a timetable.json the capacity of a book, and promises the open book again under it.",
            "",
            "Says who would gain and who would lose, and changes nothing unless --go is given. A plan that would bring an"
                    + " order later than promised is refused, exit code 6, unless --may-delay is given. A book that is being"
                    + " served is reached with --at, and the token in the environment variable RAMPLINE_TOKEN."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  rampline adopt plan/timetable.json                              who would gain and lose in rampline-data",
            "  rampline adopt plan/timetable.json --name 'spring plan' --go",
            "  RAMPLINE_TOKEN=... rampline adopt plan/timetable.json --at http://localhost:8787 --propose"
        })
final class AdoptCommand implements Callable<Integer> {
    private static final String ACTOR = "adopt";
    private static final String REASON = "plan adopted";

    private final Terminal terminal;

    @Parameters(paramLabel = "PLAN.json", description = "The timetable.json of a plan.")
    private Path plan = Path.of("");

    @Mixin
    private BookPlace place = new BookPlace();

    @Option(names = "--at", paramLabel = "URL", description = "Address of a desk that serves the book.")
    private @Nullable String at;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What people call the plan; every move has it as its reason. Default: ${DEFAULT-VALUE}.",
            defaultValue = "timetable")
    private String name = "timetable";

    @Option(names = "--may-delay", description = "Also when it brings orders later than promised.")
    private boolean mayDelay;

    @Option(names = "--dry-run", description = "Changes nothing, as without --go.")
    private boolean dryRun;

    @Option(names = "--go", description = "Adopts it.")
    private boolean go;

    @Option(names = "--propose", description = "Proposes it to the desk of --at, for somebody else to approve.")
    private boolean propose;

    AdoptCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if ((go && dryRun) || (propose && (go || dryRun))) {
            throw new CommandFault(ExitCode.USAGE, "found two of --go, --dry-run and --propose, expected one of them");
        }
        if (propose && at == null) {
            throw new CommandFault(
                    ExitCode.USAGE,
                    "found --propose without --at, expected the address of a desk: whoever has the book's folder adopts"
                            + " with --go");
        }
        if (name.isBlank() || name.length() > PlanToAdopt.NAME_MOST) {
            throw new CommandFault(
                    ExitCode.USAGE,
                    "found a name of " + name.length() + " characters, expected 1 to " + PlanToAdopt.NAME_MOST);
        }
        try (Steps steps = new Steps(terminal, false)) {
            if (at != null) {
                AdoptionByDesk desk = new AdoptionByDesk(terminal, at, System.getenv());
                return propose ? desk.propose(plan, name, mayDelay) : desk.adopt(plan, name, mayDelay, go);
            }
            try (OpenBook open = OpenBook.open(place, Optional.empty(), terminal, steps)) {
                return adopt(open.book(), steps);
            }
        } catch (MistakenQuestion mistaken) {
            throw new CommandFault(ExitCode.USAGE, mistaken);
        } catch (BookUnavailable failed) {
            throw new CommandFault(ExitCode.FILES, failed);
        }
    }

    private int adopt(DurableBook book, Steps steps) {
        Horizon horizon = book.network().horizon();
        Decisions decisions = KeptPlan.read(plan, book.network().scenario());
        PlanToAdopt wanted = new PlanToAdopt(decisions, name, mayDelay);
        steps.begin("Trying the plan");
        BookView view = book.view();
        int from = horizon.bucket(TimeOfBook.week(book.now())) + 1;
        AdoptPlan command = view.ask((PromiseEngine engine) -> wanted.command(engine, from));
        PromiseEngine copy = view.copy();
        Answer tried = copy.apply(command);
        if (tried instanceof Answer.PlanAdopted) {
            steps.end();
            tell(GainsAndLosses.of(view.deliveries(), copy), horizon);
        }
        Optional<String> refusal = refusal(tried);
        if (refusal.isPresent()) {
            terminal.out().println("Refused, and nothing was done: " + refusal.get());
            return ExitCode.NO_PLAN;
        }
        if (!go) {
            terminal.out().println("Nothing was done. To adopt it, say --go.");
            return ExitCode.OK;
        }
        steps.begin("Adopting the plan");
        Answer.PlanAdopted adopted = carriedOut(book, view, decisions, command, (Answer.PlanAdopted) tried);
        steps.end();
        terminal.out().printf(Locale.ROOT, "Adopted as plan %s, entry %d.%n", command.plan(), adopted.position());
        return ExitCode.OK;
    }

    /**
     * Noted as desks note it, so that they know its steps while it is in force and when an undoing leads back to it.
     */
    private Answer.PlanAdopted carriedOut(
            DurableBook book, BookView view, Decisions decisions, AdoptPlan command, Answer.PlanAdopted tried) {
        Horizon horizon = book.network().horizon();
        Proposals proposals = new Proposals(book.notices());
        Proposal brought = proposals.bring(
                ACTOR,
                REASON,
                new Proposal.Wanted(
                        command.plan(),
                        command.name(),
                        Decided.starts(horizon, decisions),
                        Decided.openings(horizon, decisions),
                        command.mayDelay(),
                        view.ask((PromiseEngine before) -> Effect.of(before, command, tried)),
                        view.position()),
                view.ask(PromiseEngine::planInForce).map(AdoptedPlan::position).orElse(0L));
        Outcome outcome = book.ask(new Request(ACTOR, Optional.empty(), Optional.of(REASON), command));
        if (outcome instanceof Outcome.Answered answered && answered.answer() instanceof Answer.PlanAdopted adopted) {
            book.reader()
                    .nextAdoption(view.position())
                    .ifPresent(entry ->
                            proposals.decide(ACTOR, REASON, brought.id(), Proposal.State.ADOPTED, entry.position()));
            return adopted;
        }
        // What nobody knows stays approved until the record is looked at.
        if (!(outcome instanceof Outcome.Unknown)) {
            proposals.decide(ACTOR, REASON, brought.id(), Proposal.State.WITHDRAWN, view.position());
        }
        throw new CommandFault(ExitCode.FILES, "the book did not take the plan: " + outcome);
    }

    private Optional<String> refusal(Answer tried) {
        if (tried instanceof Answer.Refused refused) {
            return Optional.of(refused.detail());
        }
        return tried instanceof Answer.PlanAdopted adopted && adopted.later() > 0 && !mayDelay
                ? Optional.of("it would bring " + adopted.later()
                        + " orders later than promised. Maybe ask for a new timetable, or say --may-delay")
                : Optional.empty();
    }

    /** A table of what a plan does to the orders of each product in each market. */
    static Columns gainsAndLosses() {
        return new Columns(List.of(
                "Product, market",
                ">Orders",
                ">Earlier",
                ">Later",
                ">Most gained",
                ">Most lost",
                "Last delivery",
                "then"));
    }

    private void tell(GainsAndLosses counted, Horizon horizon) {
        Columns columns = gainsAndLosses();
        counted.groups().forEach((product, group) -> columns.add(row(label(product), group, horizon)));
        columns.add(row("all", counted.all(), horizon));
        columns.lines().forEach(terminal.out()::println);
        terminal.out()
                .printf(
                        Locale.ROOT,
                        "%,d orders earlier, %,d later, %,d as before; %,d get a date for the first time.%n",
                        counted.all().earlier(),
                        counted.all().later(),
                        counted.all().orders()
                                - counted.all().earlier()
                                - counted.all().later(),
                        counted.all().found());
    }

    private static String label(MarketProduct product) {
        return product.model() + " " + product.trim() + ", " + product.market();
    }

    private static List<String> row(String name, GainsAndLosses.Group group, Horizon horizon) {
        return List.of(
                name,
                number(group.orders()),
                number(group.earlier()),
                number(group.later()),
                number(group.mostGained()),
                number(group.mostLost()),
                last(group.deliveryBefore(1), group.beyondBefore(), horizon),
                last(group.deliveryAfter(1), group.beyondAfter(), horizon));
    }

    private static String last(int bucket, int beyond, Horizon horizon) {
        return beyond > 0 || bucket < 0 ? "beyond" : horizon.week(bucket).toString();
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
