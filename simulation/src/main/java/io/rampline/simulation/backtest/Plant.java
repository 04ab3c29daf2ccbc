package io.rampline.simulation.backtest;

import io.rampline.simulation.backtest.History.Handed;
import io.rampline.simulation.backtest.History.Slots;
import io.rampline.simulation.backtest.History.Told;
import io.rampline.simulation.ramp.Block;
import io.rampline.simulation.ramp.Ground;
import io.rampline.simulation.ramp.Output;
import io.rampline.simulation.ramp.RampPrior;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is known of the lines: the ground of the estimate, what each can build, and the slots it keeps. */
final class Plant {
    /** Where nothing is known of capacity: the best seen, and as much again for what is not yet there. */
    private static final double ROOM_ABOVE_SEEN = 2;

    /** A line of several shifts that has just begun has what was told of it. */
    private static final double RUNNING_WEEKS = 8;

    private static final double UNTOLD_SHARE = 0.5;

    /** A line of which one block was told has room for as much again: a second shift. */
    private static final double UNTOLD_SHARE_OF_ONE = 1;

    private static final double UNTOLD_CHANCE = 0.6;
    private static final double UNTOLD_WITHIN_WEEKS = 78;
    private static final double UNTOLD_CLIMB_WEEKS = 16;

    private final Ground ground;
    /** By line and model. */
    private final boolean[][] builds;

    private final double[][] slots;

    private Plant(Ground ground, boolean[][] builds, double[][] slots) {
        this.ground = ground;
        this.builds = builds;
        this.slots = slots;
    }

    static Plant of(History known, Calendar calendar, List<String> models, RampPrior prior) {
        SortedMap<String, Told> blocks = lastTold(known);
        List<Block> laid = new ArrayList<>();
        for (Told told : blocks.values()) {
            double from = StrictMath.max(0, calendar.morning(told.startEarliest()));
            double to = StrictMath.max(from, calendar.morning(told.startLatest()));
            laid.add(new Block(
                    told.line(),
                    told.block(),
                    told.unitsPerWeek(),
                    from,
                    to,
                    told.chance(),
                    told.climbWeeks(),
                    told.startShare()));
        }
        laid.addAll(untold(laid, calendar));
        List<Output> seen = totals(known, calendar);
        if (laid.isEmpty()) {
            double most = seen.stream()
                    .mapToDouble(output -> output.units() / (output.to() - output.from()))
                    .max()
                    .orElseThrow(() -> new IllegalArgumentException("found neither deliveries nor capacity known by "
                            + calendar.asOf() + ", expected some. Maybe choose a later day with --as-of."));
            laid.add(new Block(
                    "*", "*", ROOM_ABOVE_SEEN * most, 0, 0, 1, OptionalDouble.empty(), OptionalDouble.empty()));
        }
        Ground ground = new Ground(laid, seen, calendar.now(), calendar.working(known.rests()), prior);
        List<String> lines = ground.lines();
        boolean[][] builds = new boolean[lines.size()][models.size()];
        double[][] slots = new double[lines.size()][models.size()];
        for (int line = 0; line < lines.size(); line++) {
            Set<String> can = new LinkedHashSet<>();
            for (Told told : blocks.values()) {
                if (told.line().equals(lines.get(line))) {
                    can.addAll(told.models());
                }
            }
            for (int m = 0; m < models.size(); m++) {
                builds[line][m] = blocks.isEmpty() || can.contains(models.get(m));
            }
            for (Slots kept : known.slots()) {
                if (kept.line().equals(lines.get(line)) && models.contains(kept.model())) {
                    slots[line][models.indexOf(kept.model())] = kept.units();
                }
            }
        }
        return new Plant(ground, builds, slots);
    }

    /** By line and block, as told last. */
    private static SortedMap<String, Told> lastTold(History known) {
        SortedMap<String, Told> blocks = new TreeMap<>();
        for (Told told : known.blocks()) {
            blocks.merge(
                    told.line() + "\u0000" + told.block(),
                    told,
                    (old, later) -> later.known().isBefore(old.known()) ? old : later);
        }
        return blocks;
    }

    /** For each line that runs: what makers with a backlog add before they tell of it. */
    private static List<Block> untold(List<Block> told, Calendar calendar) {
        SortedMap<String, Integer> blocks = new TreeMap<>();
        told.forEach(block -> blocks.merge(block.line(), 1, Integer::sum));
        SortedMap<String, Double> units = new TreeMap<>();
        for (Block block : told) {
            boolean isOne = Integer.valueOf(1).equals(blocks.get(block.line()));
            if (block.startLatest() + (isOne ? 0 : RUNNING_WEEKS) <= calendar.now()) {
                double share = isOne ? UNTOLD_SHARE_OF_ONE : UNTOLD_SHARE;
                units.merge(block.line(), share * block.units(), Double::sum);
            }
        }
        List<Block> untold = new ArrayList<>();
        units.forEach((line, more) -> untold.add(new Block(
                line,
                "untold",
                more,
                calendar.now(),
                calendar.now() + UNTOLD_WITHIN_WEEKS,
                UNTOLD_CHANCE,
                OptionalDouble.of(UNTOLD_CLIMB_WEEKS),
                OptionalDouble.empty())));
        return untold;
    }

    /** Deliveries of all models together; rows by model count where they name all that was delivered. */
    private static List<Output> totals(History known, Calendar calendar) {
        SortedMap<String, Integer> units = new TreeMap<>();
        SortedMap<String, Handed> periods = new TreeMap<>();
        for (Handed handed : known.handed()) {
            String period = handed.from() + " " + handed.until();
            units.merge(period, handed.units(), Integer::sum);
            periods.putIfAbsent(period, handed);
        }
        List<Output> totals = new ArrayList<>();
        periods.forEach((period, row) -> {
            int sum = units.getOrDefault(period, 0);
            if (sum > 0) {
                totals.add(new Output(calendar.morning(row.from()), calendar.evening(row.until()), sum));
            }
        });
        return totals;
    }

    Ground ground() {
        return ground;
    }

    int lines() {
        return builds.length;
    }

    boolean builds(int line, int model) {
        return builds[line][model];
    }

    /** Whether a line builds no model of which orders are known: it waits for one to come. */
    boolean buildsNothingYet(int line) {
        for (boolean can : builds[line]) {
            if (can) {
                return false;
            }
        }
        return true;
    }

    /** Whether a line builds one model only. */
    boolean isDedicated(int line) {
        int models = 0;
        for (boolean can : builds[line]) {
            models += can ? 1 : 0;
        }
        return models == 1;
    }

    /** Whether slots of the line are known. */
    boolean keepsSlots(int line) {
        for (double units : slots[line]) {
            if (units > 0) {
                return true;
            }
        }
        return false;
    }

    /** Slots a week kept for a model; 0 when none are known. */
    double slots(int line, int model) {
        return slots[line][model];
    }
}
