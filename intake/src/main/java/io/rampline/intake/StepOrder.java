package io.rampline.intake;

import io.rampline.factory.Step;
import io.rampline.factory.Step.After;
import io.rampline.intake.StepRows.StepRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether the steps can follow one another as their rows say: each names known steps, and none waits for itself. */
final class StepOrder {
    private final FlawBook flaws;
    private final Names names;
    private final Map<String, StepRow> rows = new HashMap<>();

    private StepOrder(FlawBook flaws, Names names) {
        this.flaws = flaws;
        this.names = names;
    }

    static void check(FlawBook flaws, List<StepRow> rows, Names names) {
        StepOrder order = new StepOrder(flaws, names);
        rows.forEach(row -> order.rows.put(row.step().name(), row));
        Set<String> told = new LinkedHashSet<>();
        for (StepRow row : rows) {
            order.checkNames(row);
            order.checkCircle(row, told);
            order.checkChoice(row);
        }
    }

    private void checkNames(StepRow row) {
        for (After after : row.step().after()) {
            if (!names.has(after.step()) && !names.isLeaky()) {
                flaw(row, Wording.quoted(after.step()), names.expected(), names.maybe(after.step()));
            }
        }
    }

    /** A circle is told once, at the first of its rows. */
    private void checkCircle(StepRow row, Set<String> told) {
        List<String> circle = circle(row.step().name());
        if (!circle.isEmpty() && circle.stream().noneMatch(told::contains)) {
            told.addAll(circle);
            String way = String.join(" after ", circle);
            flaw(
                    row,
                    "steps that wait for each other: " + way,
                    "an order in which they can start",
                    "delete one of them");
        }
    }

    private void checkChoice(StepRow row) {
        Optional<String> choice = row.step().exclusive();
        for (After after : row.step().after()) {
            Optional<String> other = Optional.ofNullable(rows.get(after.step()))
                    .flatMap(known -> known.step().exclusive());
            boolean isItself = after.step().equals(row.step().name());
            if (choice.isPresent() && choice.equals(other) && !isItself) {
                flaw(
                        row,
                        Wording.quoted(after.step()) + ", of which and this one only one may start",
                        "a step outside the choice " + choice.get(),
                        "an empty cell in exclusive");
            }
        }
    }

    /** The shortest way from a step back to itself, the step at both ends; empty when there is none. */
    private List<String> circle(String start) {
        Map<String, String> from = new HashMap<>();
        List<String> queue = new ArrayList<>(List.of(start));
        for (int i = 0; i < queue.size(); i++) {
            String step = queue.get(i);
            Optional<Step> known = Optional.ofNullable(rows.get(step)).map(StepRow::step);
            for (After after : known.map(Step::after).orElse(List.of())) {
                if (after.step().equals(start)) {
                    return way(start, step, from);
                }
                if (from.putIfAbsent(after.step(), step) == null) {
                    queue.add(after.step());
                }
            }
        }
        return List.of();
    }

    private static List<String> way(String start, String last, Map<String, String> from) {
        List<String> way = new ArrayList<>(List.of(start));
        for (String step = last; !step.equals(start); step = from.getOrDefault(step, start)) {
            way.add(1, step);
        }
        way.add(start);
        return way;
    }

    private void flaw(StepRow row, String found, String expected, String maybe) {
        flaws.add(row.afterCell().flaw(found, expected, maybe));
    }
}
