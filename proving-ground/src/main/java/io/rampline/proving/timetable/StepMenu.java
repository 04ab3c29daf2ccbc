package io.rampline.proving.timetable;

import io.rampline.factory.Payment;
import io.rampline.factory.RampCurve;
import io.rampline.factory.Resource.Kind;
import io.rampline.factory.Step;
import io.rampline.factory.StepGain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * What a growing factory can do to build more, for one model after the other: a shift, packs, a faster takt, more of a
 * line, a ship; then the same again, each after the one before.
 */
final class StepMenu {
    private static final RampCurve CREW_LEARNS = new RampCurve.Table(
            List.of(new RampCurve.Point(0, 0.3), new RampCurve.Point(4, 0.75), new RampCurve.Point(10, 1)));
    private static final RampCurve LINE_CLIMBS = new RampCurve.Logistic(8, 0.4);
    private static final int KINDS = 5;
    private static final int GAP_WEEKS = 6;

    private final SplittableRandom random;
    private final int weeks;
    private final int[] rate;
    private final boolean ships;

    StepMenu(SplittableRandom random, int weeks, int[] rate, boolean ships) {
        this.random = random;
        this.weeks = weeks;
        this.rate = rate.clone();
        this.ships = ships;
    }

    static String model(int model) {
        return "M" + model;
    }

    static String line(int model) {
        return "L" + model;
    }

    static String pack(int model) {
        return "PACK" + model / 2;
    }

    List<Step> steps(int count) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            steps.add(step(i % rate.length, i / rate.length));
        }
        return steps;
    }

    private Step step(int model, int turn) {
        int stage = turn / KINDS;
        int kind = turn % KINDS == KINDS - 1 && !ships ? 0 : turn % KINDS;
        return switch (kind) {
            case 0 -> step("shift", model, stage, 6, 1, 300, 80, gain(Kind.LINE, line(model), 0.4, CREW_LEARNS));
            case 1 -> step("packs", model, stage, 12, 4, 40, 5, gain(Kind.PART, pack(model), 0.6, CREW_LEARNS));
            case 2 -> step("takt", model, stage, 10, 3, 20, 10, gain(Kind.LINE, line(model), 0.2, RampCurve.NONE));
            case 3 -> step("longer line", model, stage, 26, 14, 60, 40, gain(Kind.LINE, line(model), 0.6, LINE_CLIMBS));
            default -> step("ship", model, stage, 8, 2, 120, 8, gain(Kind.TRANSPORT, "EU", 0.25, RampCurve.NONE));
        };
    }

    private record Gain(Kind kind, String resource, double share, RampCurve ramp) {}

    private static Gain gain(Kind kind, String resource, double share, RampCurve ramp) {
        return new Gain(kind, resource, share, ramp);
    }

    /** Cost in 10,000 euros and running cost in half euros a week, both for each car of the line's weekly rate. */
    private Step step(String name, int model, int stage, int lead, int cost, int running, int crew, Gain gain) {
        int leads = lead + random.nextInt(4);
        long costMinor = Math.round(cost * 1_000_000.0 * rate[model] * (0.8 + 0.4 * random.nextDouble()));
        long runningMinor = Math.round(running * 50.0 * rate[model] * (0.8 + 0.4 * random.nextDouble()));
        int units = (int) Math.round(gain.share() * rate[model] * (0.8 + 0.4 * random.nextDouble()));
        return new Step(
                named(name, model, stage),
                leads,
                0,
                weeks - 1,
                costMinor,
                List.of(new Payment(0, 400), new Payment(leads, 600)),
                runningMinor,
                crew,
                List.of(StepGain.everyWeek(gain.kind(), gain.resource(), units, gain.ramp())),
                stage == 0 ? List.of() : List.of(new Step.After(named(name, model, stage - 1), GAP_WEEKS)),
                Optional.empty(),
                OptionalInt.empty());
    }

    private static String named(String name, int model, int stage) {
        return name + " " + (stage + 1) + " of " + model(model);
    }
}
