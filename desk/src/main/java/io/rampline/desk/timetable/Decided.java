package io.rampline.desk.timetable;

import io.rampline.factory.Decisions;
import io.rampline.factory.Decisions.Opened;
import io.rampline.factory.Decisions.Start;
import io.rampline.factory.Horizon;
import io.rampline.factory.Opening;
import io.rampline.factory.Scenario;
import io.rampline.factory.Step;
import io.rampline.factory.Week;
import java.util.List;
import java.util.Map;

/** Decisions as people write them, in the names of a scenario. */
public final class Decided {
    private Decided() {}

    /**
     * A start: {@code F2 second shift=2026-W14}.
     *
     * @throws MistakenQuestion when it is no such thing
     */
    public static Start start(Scenario scenario, String written) {
        int sign = split(written, "STEP=WEEK", "the step and the week in which its work starts");
        Step step = step(scenario, written.substring(0, sign));
        return new Start(step.name(), bucket(scenario, written, written.substring(sign + 1)));
    }

    /**
     * A start that may lie before the horizon, as in a plan of before.
     *
     * @throws MistakenQuestion when it is no such thing
     */
    public static Start begun(Scenario scenario, String written) {
        int sign = split(written, "STEP=WEEK", "the step and the week in which its work starts");
        String week = written.substring(sign + 1);
        Step step = step(scenario, written.substring(0, sign));
        int bucket = Week.find(week.strip())
                .map(scenario.horizon()::bucket)
                .filter(found -> found < scenario.horizon().weeks())
                .orElseThrow(() -> new MistakenQuestion("found " + written + ", expected an ISO week up to "
                        + scenario.horizon().week(scenario.horizon().weeks() - 1)));
        return new Start(step.name(), bucket);
    }

    /**
     * An opening: {@code EU SU7=2026-W27:600}, or without units with all that may be decided.
     *
     * @throws MistakenQuestion when it is no such thing
     */
    public static Opened opened(Scenario scenario, String written) {
        int sign = split(written, "OPENING=WEEK:UNITS", "the opening and its week");
        String week = written.substring(sign + 1);
        int colon = week.indexOf(':');
        Opening opening = opening(scenario, written.substring(0, sign));
        int units = colon < 0 ? opening.unitsPerWeekMax() : units(written, week.substring(colon + 1), opening);
        int bucket = bucket(scenario, written, colon < 0 ? week : week.substring(0, colon));
        if (bucket < opening.earliestBucket() || bucket > opening.latestBucket()) {
            throw new MistakenQuestion("found " + written + ", expected a week from "
                    + scenario.horizon().week(opening.earliestBucket()) + " to "
                    + scenario.horizon().week(opening.latestBucket()));
        }
        return new Opened(opening.market(), opening.products(), bucket, units);
    }

    /** Starts, each as {@link #begun} reads it. */
    public static List<String> starts(Horizon horizon, Decisions decisions) {
        return decisions.starts().stream()
                .map(start -> start.step() + "=" + horizon.week(start.bucket()))
                .toList();
    }

    /** Openings, each as {@link #opened} reads it. */
    public static List<String> openings(Horizon horizon, Decisions decisions) {
        return decisions.openings().stream()
                .map(opened ->
                        opened.resourceName() + "=" + horizon.week(opened.bucket()) + ":" + opened.unitsPerWeek())
                .toList();
    }

    /** The step of a name. */
    public static Step step(Scenario scenario, String name) {
        return scenario.planning()
                .findStep(name.strip())
                .orElseThrow(() -> unknown(
                        "step",
                        name,
                        scenario.planning().steps().stream().map(Step::name).toList()));
    }

    /** The opening of a market and its products, {@code EU SU7}. */
    public static Opening opening(Scenario scenario, String name) {
        return scenario.planning().openings().stream()
                .filter(opening -> opening.resourceName().equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> unknown(
                        "opening",
                        name,
                        scenario.planning().openings().stream()
                                .map(Opening::resourceName)
                                .toList()));
    }

    /** The bucket of a week within the horizon. */
    public static int bucket(Scenario scenario, String written, String week) {
        int bucket = Week.find(week.strip()).map(scenario.horizon()::bucket).orElse(-1);
        if (bucket < 0 || bucket >= scenario.horizon().weeks()) {
            Week last = scenario.horizon().week(scenario.horizon().weeks() - 1);
            throw new MistakenQuestion(
                    "START_OUTSIDE",
                    Map.of("found", written, "from", scenario.horizon().week(0).toString(), "to", last.toString()),
                    "found " + written + ", expected a week from "
                            + scenario.horizon().week(0) + " to " + last);
        }
        return bucket;
    }

    private static int split(String written, String form, String meaning) {
        int sign = written.lastIndexOf('=');
        if (sign < 1) {
            throw new MistakenQuestion("found " + written + ", expected " + form + ": " + meaning);
        }
        return sign;
    }

    private static int units(String written, String units, Opening opening) {
        if (units.matches("\\d{1,7}") && Integer.parseInt(units) <= opening.unitsPerWeekMax()) {
            return Integer.parseInt(units);
        }
        throw new MistakenQuestion(
                "found " + written + ", expected 0 to " + opening.unitsPerWeekMax() + " units a week");
    }

    private static MistakenQuestion unknown(String kind, String name, List<String> known) {
        return new MistakenQuestion("found " + kind + " " + name + ", expected "
                + (known.isEmpty() ? "none: the scenario has no " + kind : "one of: " + String.join(", ", known)));
    }
}
