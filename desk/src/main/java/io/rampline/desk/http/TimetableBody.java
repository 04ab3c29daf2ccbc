package io.rampline.desk.http;

import io.rampline.desk.timetable.Asking;
import io.rampline.desk.timetable.Extent;
import io.rampline.desk.timetable.FuturesAsking;
import io.rampline.desk.timetable.MarketAsking;
import io.rampline.desk.timetable.MarketGrid;
import io.rampline.desk.timetable.MistakenQuestion;
import io.rampline.factory.Scenario;
import io.rampline.ramp.Question;
import io.rampline.ramp.plan.DemandCase;
import io.rampline.ramp.plan.Terms;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A question for a timetable, as it is posted. */
final class TimetableBody {
    private static final int PERMILLE = 1000;

    private final Fields body;

    private TimetableBody(Fields body) {
        this.body = body;
    }

    static TimetableBody of(Call call) {
        return new TimetableBody(call.fields(
                "wait_weeks",
                "from_week",
                "budget",
                "earliest",
                "starts",
                "without",
                "openings",
                "demand",
                "weeks",
                "gap_permille",
                "frontier_waits",
                "plan_only",
                "export",
                "futures"));
    }

    /**
     * What is told beside the plan.
     *
     * @param question {@link #question} for the same scenario
     * @throws Problem when it makes no sense or names what the scenario has not
     */
    Extent extent(Scenario scenario, Question question) {
        boolean planOnly = body.flag("plan_only", false);
        return new Extent(!planOnly, !planOnly, waits(), market(scenario, question));
    }

    /**
     * The question, in terms of a scenario.
     *
     * @throws Problem when it makes no sense or names what the scenario has not
     */
    Question question(Scenario scenario) {
        Asking asking = new Asking(
                body.has("wait_weeks")
                        ? OptionalInt.of(body.whole("wait_weeks", 1, Asking.WAIT_MAX))
                        : OptionalInt.empty(),
                body.findText("from_week"),
                body.findText("budget").map(typed -> amount(body, "budget", typed)),
                body.flag("earliest", false),
                Optional.empty(),
                body.texts("starts", AdoptionDesk.STARTS_MAX),
                body.texts("without", AdoptionDesk.STARTS_MAX),
                body.texts("openings"),
                futures(),
                body.findText("demand").map(typed -> demand(typed)).orElse(DemandCase.MID),
                body.has("weeks") ? body.whole("weeks", 1, Asking.WAIT_MAX) : Asking.WEEKS_USUAL,
                body.has("gap_permille") ? body.whole("gap_permille", 0, PERMILLE) / 10.0 : 100 * Terms.USUAL_GAP,
                Terms.USUAL_WORK);
        try {
            return asking.question(scenario);
        } catch (MistakenQuestion mistaken) {
            throw Problem.mistaken(ProblemType.MALFORMED_BODY, mistaken);
        }
    }

    private Optional<FuturesAsking> futures() {
        return body.findObject("futures", Set.of("cases", "gate_week", "risk_permille", "tail_permille", "late_price"))
                .map(asked -> new FuturesAsking(
                        asked.texts("cases"),
                        asked.findText("gate_week"),
                        asked.has("risk_permille")
                                ? asked.whole("risk_permille", 0, PERMILLE) / (double) PERMILLE
                                : FuturesAsking.RISK_USUAL,
                        asked.has("tail_permille")
                                ? asked.whole("tail_permille", 1, PERMILLE) / (double) PERMILLE
                                : FuturesAsking.TAIL_USUAL,
                        asked.findText("late_price").map(typed -> amount(asked, "late_price", typed))));
    }

    private static BigDecimal amount(Fields body, String name, String typed) {
        if (!typed.matches("\\d{1,15}([.]\\d{1,3})?")) {
            throw Problem.field(body.within(name), typed, "an amount in major units as text, for instance \"2500000\"")
                    .with("code", "NO_AMOUNT")
                    .with("found", Problem.clipped(typed));
        }
        return new BigDecimal(typed);
    }

    private DemandCase demand(String typed) {
        return Arrays.stream(DemandCase.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(typed))
                .findFirst()
                .orElseThrow(() -> Problem.field(body.within("demand"), typed, "low, mid or high"));
    }

    private List<Integer> waits() {
        return body.objects("frontier_waits", Extent.FRONTIER_WAITS_MAX, Set.of("weeks")).stream()
                .map(wait -> wait.whole("weeks", 1, Asking.WAIT_MAX))
                .toList();
    }

    private Optional<MarketGrid> market(Scenario scenario, Question question) {
        return body.findObject("export", Set.of("market", "quotas", "opens_weeks", "home_waits"))
                .map(export -> {
                    MarketAsking asking = new MarketAsking(
                            export.text("market"),
                            export.texts("quotas"),
                            export.texts("opens_weeks"),
                            export.objects("home_waits", Extent.FRONTIER_WAITS_MAX, Set.of("weeks")).stream()
                                    .map(wait -> wait.whole("weeks", 1, Asking.WAIT_MAX))
                                    .toList());
                    try {
                        return asking.grid(scenario, question);
                    } catch (MistakenQuestion mistaken) {
                        throw Problem.mistaken(ProblemType.MALFORMED_BODY, mistaken);
                    }
                });
    }
}
