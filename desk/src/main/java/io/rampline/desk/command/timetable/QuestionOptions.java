package io.rampline.desk.command.timetable;

import io.rampline.desk.command.CommandFault;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.timetable.Decided;
import io.rampline.desk.timetable.KeptPlan;
import io.rampline.factory.Decisions;
import io.rampline.factory.Guarantee;
import io.rampline.factory.Scenario;
import io.rampline.factory.Week;
import io.rampline.ramp.Question;
import io.rampline.ramp.plan.DemandCase;
import io.rampline.ramp.plan.Terms;
import io.rampline.ramp.plan.Wait;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is asked, as it is typed. */
final class QuestionOptions {
    /** Two years: beyond them no forecast is worth a program of that size. */
    private static final int WEEKS_USUAL = 104;

    static final int WAIT_MAX = 520;

    @Option(
            names = "--wait",
            paramLabel = "WEEKS",
            description =
                    "No one who orders from the week of --from on waits longer, from lock to delivery. Default: what the scenario guarantees.")
    private @Nullable Integer wait;

    @Option(
            names = "--from",
            paramLabel = "WEEK",
            description =
                    "First week of the orders for which the wait holds. Default: the week of the scenario's guarantee.")
    private @Nullable String from;

    @Option(
            names = "--budget",
            paramLabel = "AMOUNT",
            description =
                    "All one-off costs together come to no more. Without --wait: what is the shortest wait for that money?")
    private @Nullable BigDecimal budget;

    @Option(names = "--earliest", description = "From which week on can the wait of --wait hold at the earliest?")
    private boolean earliest;

    @Option(
            names = "--keep",
            paramLabel = "PLAN.json",
            description =
                    "Changes as few steps as possible of an earlier timetable.json, and of such plans takes the cheapest.")
    private @Nullable Path keep;

    @Option(
            names = "--freeze",
            paramLabel = "STEP=WEEK",
            description = "This step starts in this week; may be given several times.")
    private List<String> freezes = List.of();

    @Option(
            names = "--without",
            paramLabel = "STEP",
            description = "This step is not taken; may be given several times.")
    private List<String> without = List.of();

    @Option(
            names = "--opening",
            paramLabel = "OPENING=WEEK[:UNITS]",
            description = "This market opens in this week with so many units a week; may be given several times.")
    private List<String> openings = List.of();

    @Option(
            names = "--demand",
            paramLabel = "CASE",
            description = "Forecast that is planned for: low, mid or high. Default: ${DEFAULT-VALUE}.",
            defaultValue = "mid")
    private DemandCase demand = DemandCase.MID;

    @Option(
            names = "--weeks",
            paramLabel = "WEEKS",
            description = "How far the plan looks ahead. Default: " + WEEKS_USUAL + ".",
            defaultValue = "" + WEEKS_USUAL)
    private int weeks = WEEKS_USUAL;

    @Option(
            names = "--gap",
            paramLabel = "PERCENT",
            description = "By how much the plan may miss the best, in per cent of its cost. Default: ${DEFAULT-VALUE}.",
            defaultValue = "0.5")
    private double gap = 100 * Terms.USUAL_GAP;

    @Option(
            names = "--work",
            paramLabel = "N",
            description =
                    "Most iterations of the solver in one search: the same number gives the same plan on every machine. Default: ${DEFAULT-VALUE}.",
            defaultValue = "" + Terms.USUAL_WORK)
    private long work = Terms.USUAL_WORK;

    /** The question, in terms of the scenario. */
    Question question(Scenario scenario) {
        refuseNonsense();
        int first = Math.max(0, scenario.horizon().bucket(Week.of(scenario.asOf())) + 1);
        Terms terms = Terms.of(Math.min(scenario.horizon().weeks(), first + weeks))
                .demand(demand)
                .gap(gap / 100)
                .work(work)
                .fixed(fixed(scenario))
                .without(new TreeSet<>(without.stream()
                        .map(name -> Decided.step(scenario, name).name())
                        .toList()));
        if (budget != null) {
            terms = terms.spendMax(minor(scenario, budget));
        }
        int fromBucket = fromBucket(scenario, first);
        if (fromBucket >= terms.weeks()) {
            throw misunderstood("found --from " + scenario.horizon().week(fromBucket) + ", expected a week before "
                    + scenario.horizon().week(terms.weeks())
                    + ", where the plan ends. Maybe look further with --weeks.");
        }
        if (earliest) {
            return new Question.EarliestGuarantee(terms, waitOrFault("--earliest"));
        }
        if (wait != null) {
            terms = terms.guarantee(new Wait(wait, fromBucket));
        }
        terms = wait == null ? general(scenario, terms) : terms;
        if (keep != null) {
            return new Question.FewestChanges(terms, KeptPlan.read(keep, scenario));
        }
        if (budget != null && wait == null) {
            return new Question.ShortestWait(terms, fromBucket, Math.min(WAIT_MAX, terms.weeks()));
        }
        if (wait == null && scenario.planning().guarantees().isEmpty()) {
            throw misunderstood("found no --wait, and the scenario guarantees none, expected one of both."
                    + " Maybe try --wait 12, or write guarantees.csv.");
        }
        return new Question.LeastCost(terms);
    }

    /** A guarantee that is the same for all who can order is said as such, so that other waits can be tried for it. */
    private static Terms general(Scenario scenario, Terms terms) {
        List<Guarantee> open = scenario.planning().guarantees().stream()
                .filter(guarantee -> guarantee.market().flatMap(scenario::findMarket).stream()
                        .allMatch(market ->
                                market.opensBucket() < scenario.horizon().weeks()))
                .toList();
        boolean same = open.size() == 1
                && open.getFirst().market().isEmpty()
                && open.getFirst().model().isEmpty()
                && open.getFirst().waitWeeks() > 0;
        return same
                ? terms.guarantee(
                        new Wait(open.getFirst().waitWeeks(), open.getFirst().fromBucket()))
                : terms;
    }

    private void refuseNonsense() {
        if (wait != null && (wait < 1 || wait > WAIT_MAX)) {
            throw misunderstood("found --wait " + wait + ", expected 1 to " + WAIT_MAX + " weeks");
        }
        if (!(gap >= 0 && gap <= 100)) {
            throw misunderstood("found --gap " + gap + ", expected 0 to 100 per cent");
        }
        if (weeks < 1 || work < 0) {
            throw misunderstood(
                    "found --weeks " + weeks + " and --work " + work + ", expected 1 or more and 0 or more");
        }
        if (earliest && keep != null) {
            throw misunderstood("found --earliest and --keep, expected one question at a time");
        }
    }

    private int waitOrFault(String option) {
        if (wait == null) {
            throw misunderstood("found " + option + " without --wait, expected both. Maybe try --wait 12 " + option);
        }
        return wait;
    }

    private int fromBucket(Scenario scenario, int first) {
        if (from == null) {
            return scenario.planning().guarantees().stream()
                    .filter(guarantee -> guarantee.market().isEmpty())
                    .mapToInt(Guarantee::fromBucket)
                    .map(bucket -> Math.max(bucket, first))
                    .findFirst()
                    .orElse(first);
        }
        int bucket = Decided.bucket(scenario, "--from " + from, from);
        if (bucket < first) {
            throw misunderstood("found --from " + from + ", expected "
                    + scenario.horizon().week(first) + " or later: earlier orders are already in the book");
        }
        return bucket;
    }

    private Decisions fixed(Scenario scenario) {
        return new Decisions(
                freezes.stream().map(typed -> Decided.start(scenario, typed)).toList(),
                openings.stream().map(typed -> Decided.opened(scenario, typed)).toList());
    }

    private static long minor(Scenario scenario, BigDecimal major) {
        try {
            return Optional.of(major.movePointRight(scenario.currency().minorUnits())
                            .longValueExact())
                    .filter(minor -> minor >= 0)
                    .orElseThrow(ArithmeticException::new);
        } catch (ArithmeticException unfit) {
            throw new CommandFault(
                    ExitCode.USAGE,
                    "found --budget " + major.toPlainString() + ", expected an amount of 0 or more in "
                            + scenario.currency().code(),
                    unfit);
        }
    }

    private static CommandFault misunderstood(String message) {
        return new CommandFault(ExitCode.USAGE, message);
    }
}
