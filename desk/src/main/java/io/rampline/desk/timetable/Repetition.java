package io.rampline.desk.timetable;

import io.rampline.factory.Horizon;
import io.rampline.factory.Scenario;
import io.rampline.factory.Week;
import io.rampline.ramp.plan.DemandCase;
import io.rampline.ramp.plan.Plan;
import io.rampline.ramp.plan.Terms;
import io.rampline.ramp.plan.Wait;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The command by which anyone who has the scenario makes a plan again, to the byte. */
public final class Repetition {
    private Repetition() {}

    /** {@code rampline timetable SCENARIO --wait 12 ...}; SCENARIO stands for the folder. */
    public static String of(Scenario scenario, Plan plan) {
        Horizon horizon = scenario.horizon();
        Terms terms = plan.terms();
        List<String> words = new ArrayList<>(List.of("rampline", "timetable", "SCENARIO"));
        if (terms.guarantee().isPresent()) {
            Wait wait = terms.guarantee().get();
            words.addAll(List.of("--wait", "" + wait.weeks()));
            words.addAll(List.of("--from", horizon.week(wait.fromBucket()).toString()));
        }
        Decided.openings(horizon, terms.fixed()).forEach(opened -> words.addAll(List.of("--opening", quoted(opened))));
        Decided.starts(horizon, terms.fixed()).forEach(start -> words.addAll(List.of("--freeze", quoted(start))));
        terms.without().forEach(step -> words.addAll(List.of("--without", quoted(step))));
        if (terms.spendMaxMinor().isPresent()) {
            BigDecimal major = BigDecimal.valueOf(
                    terms.spendMaxMinor().getAsLong(), scenario.currency().minorUnits());
            words.addAll(List.of("--budget", major.toPlainString()));
        }
        if (terms.demand() != DemandCase.MID) {
            words.addAll(List.of("--demand", terms.demand().name().toLowerCase(Locale.ROOT)));
        }
        int first = Math.max(0, horizon.bucket(Week.of(scenario.asOf())) + 1);
        if (terms.weeks() != Math.min(horizon.weeks(), first + Asking.WEEKS_USUAL)) {
            words.addAll(List.of("--weeks", "" + (terms.weeks() - first)));
        }
        words.addAll(List.of("--gap", percent(terms.gap())));
        if (terms.work() != Terms.USUAL_WORK) {
            words.addAll(List.of("--work", "" + terms.work()));
        }
        words.add("--plan-only");
        return String.join(" ", words);
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(Math.round(share * 1e8), 6)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** As a shell takes it for one word. */
    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
