package io.rampline.desk.command.timetable;

import io.rampline.desk.timetable.Asking;
import io.rampline.desk.timetable.KeptPlan;
import io.rampline.factory.Scenario;
import io.rampline.ramp.Question;
import io.rampline.ramp.plan.DemandCase;
import io.rampline.ramp.plan.Terms;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is asked, as it is typed. */
final class QuestionOptions {
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

    @Mixin
    private FuturesOptions futures = new FuturesOptions();

    @Option(
            names = "--demand",
            paramLabel = "CASE",
            description = "Forecast that is planned for: low, mid or high. Default: ${DEFAULT-VALUE}.",
            defaultValue = "mid")
    private DemandCase demand = DemandCase.MID;

    @Option(
            names = "--weeks",
            paramLabel = "WEEKS",
            description = "How far the plan looks ahead. Default: " + Asking.WEEKS_USUAL + ".",
            defaultValue = "" + Asking.WEEKS_USUAL)
    private int weeks = Asking.WEEKS_USUAL;

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
        Asking asking = new Asking(
                wait == null ? OptionalInt.empty() : OptionalInt.of(wait),
                Optional.ofNullable(from),
                Optional.ofNullable(budget),
                earliest,
                Optional.ofNullable(keep).map(file -> KeptPlan.read(file, scenario)),
                freezes,
                without,
                openings,
                futures.asking(),
                demand,
                weeks,
                gap,
                work);
        return asking.question(scenario);
    }
}
