package io.rampline.intake;

import io.rampline.factory.Horizon;
import io.rampline.factory.Payment;
import io.rampline.factory.Step;
import io.rampline.factory.Step.After;
import io.rampline.factory.StepGain;
import io.rampline.factory.Week;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads {@code steps.csv}; what the steps add is read by {@link GainRows}. */
final class StepRows {
    static final String FILE = "steps.csv";

    private static final Shape SHAPE = Shape.of(FILE)
            .required("step", "lead_weeks")
            .optional("earliest", "latest", "one_off_cost", "payments", "running_cost_per_week", "crew")
            .optional("after", "exclusive", "decided");

    /**
     * One step as written.
     *
     * @param step without gains
     * @param afterCell where its {@link Step#after()} stands
     */
    record StepRow(Step step, Row.Cell afterCell) {}

    private final Basics basics;
    private final List<StepRow> rows = new ArrayList<>();
    private final Names names = new Names("step", FILE);

    private StepRows(Basics basics) {
        this.basics = basics;
    }

    static StepRows read(Folder folder, Basics basics, Sources sources) {
        StepRows steps = new StepRows(basics);
        if (folder.has(FILE)) {
            boolean isWhole = Table.read(folder, SHAPE, row -> {
                steps.read(row);
                sources.of(row);
            });
            if (!isWhole) {
                steps.names.spoil();
            }
            StepOrder.check(folder.flaws(), steps.rows, steps.names);
        }
        return steps;
    }

    Names names() {
        return names;
    }

    /** The steps with what they add, by name of the step. */
    List<Step> withGains(Map<String, List<StepGain>> gains) {
        List<Step> steps = new ArrayList<>();
        for (StepRow row : rows) {
            Step bare = row.step();
            steps.add(new Step(
                    bare.name(),
                    bare.leadWeeks(),
                    bare.earliestBucket(),
                    bare.latestBucket(),
                    bare.costMinor(),
                    bare.payments(),
                    bare.runningCostMinorPerWeek(),
                    bare.crew(),
                    gains.getOrDefault(bare.name(), List.of()),
                    bare.after(),
                    bare.exclusive(),
                    bare.decidedBucket()));
        }
        return steps;
    }

    private void read(Row row) {
        String name = row.name("step");
        row.define(names, "step", name);
        if (name.matches(".*\\+\\d{1,4}")) {
            row.flaw("step", "a name that does not end like the gaps in after", "write it without the +");
        }
        int lead = row.whole("lead_weeks", 0, Step.LEAD_WEEKS_MAX);
        StartWeeks weeks = StartWeeks.read(row, basics.horizon());
        long cost = row.investment("one_off_cost", basics.currency(), 0);
        List<Payment> payments = Payments.read(row, "payments");
        long running = row.money("running_cost_per_week", basics.currency(), 0);
        int crew = row.whole("crew", 0, Step.CREW_MAX, 0);
        List<After> after = after(row);
        Optional<String> exclusive = row.findName("exclusive");
        if (row.isSound()) {
            Step step = new Step(
                    name,
                    lead,
                    weeks.earliestBucket(),
                    weeks.latestBucket(),
                    cost,
                    payments,
                    running,
                    crew,
                    List.of(),
                    after,
                    exclusive,
                    weeks.decidedBucket());
            rows.add(new StepRow(step, row.cell("after")));
        }
    }

    /** {@code hall+26|training}; a name may itself hold a plus sign. */
    private static List<After> after(Row row) {
        Map<String, Integer> gaps = new HashMap<>();
        List<After> all = new ArrayList<>();
        for (String item : row.isEmpty("after") ? List.<String>of() : row.list("after")) {
            int plus = item.lastIndexOf('+');
            String tail = item.substring(plus + 1);
            boolean hasGap = plus > 0 && tail.matches("\\d{1,4}");
            int gap = hasGap ? Integer.parseInt(tail) : 0;
            String step = hasGap ? item.substring(0, plus) : item;
            if (gap > Step.LEAD_WEEKS_MAX) {
                row.flaw("after", "a gap of at most " + Step.LEAD_WEEKS_MAX + " weeks", "");
            } else if (gaps.putIfAbsent(step, gap) != null) {
                row.flaw("after", "each step once", "the longer gap alone");
            } else {
                all.add(new After(step, gap));
            }
        }
        return all;
    }

    /**
     * When something may begin, or does.
     *
     * @param earliestBucket 0 or more
     * @param latestBucket not before the earliest
     */
    record StartWeeks(int earliestBucket, int latestBucket, OptionalInt decidedBucket) {
        /** The cells {@code earliest}, {@code latest} and {@code decided}. */
        static StartWeeks read(Row row, Horizon horizon) {
            int mark = row.mark();
            Week earliest = row.isEmpty("earliest") ? horizon.start() : row.week("earliest");
            Week end = horizon.week(horizon.weeks() - 1);
            Week latest = row.isEmpty("latest") ? end : row.week("latest");
            OptionalInt decided =
                    row.isEmpty("decided") ? OptionalInt.empty() : OptionalInt.of(horizon.bucket(row.week("decided")));
            if (row.isSoundSince(mark) && !row.isEmpty("latest") && latest.compareTo(earliest) < 0) {
                boolean isOver = row.isEmpty("earliest");
                row.flaw(
                        "latest",
                        isOver ? "start_week " + horizon.start() + " or later" : "earliest or later; it is " + earliest,
                        isOver
                                ? "delete the row, or write in decided when it began"
                                : "earliest and latest are swapped");
            }
            int first = Math.max(0, horizon.bucket(earliest));
            return new StartWeeks(first, Math.max(first, horizon.bucket(latest)), decided);
        }
    }
}
