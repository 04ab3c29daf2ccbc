package io.rampline.desk.command.money;

import io.rampline.desk.briefing.CountedWindows;
import io.rampline.desk.briefing.PromisedBook;
import io.rampline.desk.briefing.file.CannotWrite;
import io.rampline.desk.briefing.file.MoneyFiles;
import io.rampline.desk.briefing.file.MoneyJson;
import io.rampline.desk.briefing.page.Speech;
import io.rampline.desk.command.CommandFault;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.ReportOptions;
import io.rampline.desk.command.ScenarioInput;
import io.rampline.desk.command.Steps;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.futures.FuturesRun;
import io.rampline.desk.money.MoneyCount;
import io.rampline.desk.money.MoneyReport;
import io.rampline.desk.timetable.KeptPlan;
import io.rampline.desk.timetable.MistakenQuestion;
import io.rampline.factory.Currency;
import io.rampline.factory.Decisions;
import io.rampline.factory.Scenario;
import io.rampline.intake.ScenarioContents;
import io.rampline.treasury.statement.Exposure;
import io.rampline.treasury.statement.RefundRisk.Quantiles;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code money}: what customers paid, what they could claim back, and how cash runs. */
@Command(
        name = "money",
        description = {
            "Says what customers have paid, what they could claim back, what late cars cost and how cash runs.",
            "",
            "The terms stand in deposits.toml. Every order is booked twice, from its deposit to its end; the trial"
                    + " balance is 0 on every day. Tables come as CSV and as one workbook."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  rampline money examples/xiaomi-2025 --out money",
            "  rampline money my-scenario --as-of 2026-03-31 --lang de",
            "  rampline money my-scenario --plan plan/timetable.json",
            "  rampline money my-scenario --json | jq .trial_balance_total"
        })
public final class MoneyCommand implements Callable<Integer> {
    private static final int FUTURES_MAX = 100_000;

    private final Terminal terminal;

    @Parameters(paramLabel = "SCENARIO", description = "The scenario folder.")
    private Path scenario = Path.of("");

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Balances at the end of this day. Default: the day of the scenario.")
    private @Nullable String asOf;

    @Option(
            names = {"-n", "--futures"},
            paramLabel = "N",
            description = "Futures of cash and of deliveries. Default: ${DEFAULT-VALUE}.",
            defaultValue = "" + MoneyCount.USUAL_FUTURES)
    private int futures;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Which futures: the same seed, the same ones. Default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private long seed;

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = "The timetable.json of a plan: its steps start and cost as it says.")
    private @Nullable Path plan;

    @Mixin
    private ReportOptions options = new ReportOptions();

    public MoneyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (futures < 1 || futures > FUTURES_MAX) {
            throw new CommandFault(ExitCode.USAGE, "found --futures " + futures + ", expected 1 to " + FUTURES_MAX);
        }
        Path folder = options.folder(scenario);
        try (Steps steps = new Steps(terminal, options.quiet())) {
            MoneyReport report = report(steps);
            steps.begin("Writing " + folder);
            MoneyFiles.write(folder, report, options.texts());
            steps.end();
            if (options.json()) {
                terminal.out().print(MoneyJson.of(report));
            } else if (!options.quiet()) {
                print(report, folder);
            }
            return ExitCode.OK;
        } catch (CannotWrite fault) {
            throw new CommandFault(ExitCode.FILES, fault);
        } catch (MistakenQuestion fault) {
            throw new CommandFault(ExitCode.USAGE, fault);
        }
    }

    private MoneyReport report(Steps steps) {
        ScenarioContents read = ScenarioInput.read(scenario, terminal, steps);
        Scenario undecided = read.scenario();
        LocalDate day = day(undecided);
        Decisions decisions = plan == null ? Decisions.NONE : KeptPlan.read(plan, undecided);
        ScenarioContents contents = plan == null ? read : with(read, undecided.with(decisions));
        steps.begin("Promising every order");
        PromisedBook book = PromisedBook.promise(contents);
        steps.begin("Living through " + futures + " futures");
        CountedWindows windows = FuturesRun.windows(contents, futures, seed, steps::report);
        steps.begin("Booking every order");
        return MoneyCount.of(
                book, new MoneyCount.Asked(undecided, decisions, day, futures, seed), windows.windows(), steps::report);
    }

    private static ScenarioContents with(ScenarioContents read, Scenario decided) {
        return new ScenarioContents(
                decided,
                read.uncertainty(),
                read.lineRules(),
                read.flowLines(),
                read.openOrders(),
                read.history(),
                read.outturn(),
                read.sources());
    }

    private LocalDate day(Scenario of) {
        if (asOf == null) {
            return of.asOf();
        }
        LocalDate last = of.horizon().week(of.horizon().weeks() - 1).sunday();
        try {
            LocalDate day = LocalDate.parse(asOf);
            if (day.isAfter(last)) {
                throw new CommandFault(
                        ExitCode.USAGE, "found --as-of " + day + ", expected a day not after the horizon, " + last);
            }
            return day;
        } catch (DateTimeParseException none) {
            throw new CommandFault(
                    ExitCode.USAGE, "found --as-of " + asOf + ", expected a date such as 2026-03-31", none);
        }
    }

    private void print(MoneyReport report, Path folder) {
        Speech speech = new Speech(options.texts());
        Exposure.Sums all = report.exposure().all();
        Currency currency = report.scenario().currency();
        terminal.out()
                .println(terminal.outBold(speech.say(
                        "money.headline",
                        speech.money(all.heldMinor(), currency),
                        speech.money(all.claimMinor(), currency))));
        line(speech.say("money.contract-liability"), speech.money(report.contractLiabilityMinor(), currency));
        line(speech.say("money.refund-liability"), speech.money(report.refundLiabilityMinor(), currency));
        for (Quantiles risk : report.risks()) {
            line(
                    speech.say("money.risk.title") + ", " + speech.weeks((long) risk.weeks()),
                    speech.money(risk.at95Minor(), currency) + " (95 %), " + speech.money(risk.at99Minor(), currency)
                            + " (99 %)");
        }
        line(speech.say("money.slip-provision"), speech.money(report.slips().expectedMinor(), currency));
        line(speech.say("money.difference"), speech.money(report.balance().totalMinor(), currency));
        terminal.out().println(terminal.outQuiet("→ " + folder.resolve(MoneyFiles.PAGE)));
    }

    private void line(String name, String value) {
        terminal.out().printf(Locale.ROOT, "  %-42s %s%n", name, value);
    }
}
