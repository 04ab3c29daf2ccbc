package io.rampline.intake;

import io.rampline.factory.Budget;
import io.rampline.factory.Guarantee;
import io.rampline.factory.Horizon;
import io.rampline.factory.Step;
import io.rampline.factory.WeeklyUnits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code budget.csv}, {@code crew.csv} and {@code guarantees.csv}: what every plan must respect. */
final class PlanningLimits {
    static final String BUDGET = "budget.csv";
    static final String CREW = "crew.csv";
    static final String GUARANTEES = "guarantees.csv";

    private static final Shape BUDGET_SHAPE = Shape.of(BUDGET).required("period", "spend_max");

    private static final Shape CREW_SHAPE =
            Shape.of(CREW).required("week", "people").rowsMax(Shape.WEEK_ROWS_MAX);

    private static final Shape GUARANTEES_SHAPE =
            Shape.of(GUARANTEES).required("wait_weeks").optional("market", "model", "from_week");

    private record GuaranteeKey(Optional<String> market, Optional<String> model) {}

    private final Folder folder;
    private final Basics basics;
    private final Horizon horizon;
    private final Sources sources;

    PlanningLimits(Folder folder, Basics basics, Sources sources) {
        this.folder = folder;
        this.basics = basics;
        this.horizon = basics.horizon();
        this.sources = sources;
    }

    /** A period outside the horizon says nothing about it. */
    List<Budget> readBudgets() {
        List<Budget> budgets = new ArrayList<>();
        if (folder.has(BUDGET)) {
            Table.read(folder, BUDGET_SHAPE, row -> {
                WeekRange period = row.weeks("period");
                long max = row.investment("spend_max", basics.currency());
                sources.of(row);
                if (row.isSound() && period.touches(horizon)) {
                    budgets.add(new Budget(period.fromBucket(horizon), period.toBucket(horizon), max));
                }
            });
        }
        return budgets;
    }

    Optional<WeeklyUnits> readCrew() {
        if (!folder.has(CREW)) {
            return Optional.empty();
        }
        WeekGrid people = new WeekGrid(horizon);
        Table.read(folder, CREW_SHAPE, row -> {
            WeekRange weeks = row.weeks("week");
            boolean isPlaced = row.isSound();
            int number = row.whole("people", 0, Step.CREW_MAX);
            sources.of(row);
            if (isPlaced) {
                people.set(row, "week", weeks, number);
            }
        });
        return Optional.of(people.units(0));
    }

    List<Guarantee> readGuarantees(Catalogue catalogue, Markets markets) {
        List<Guarantee> guarantees = new ArrayList<>();
        Map<GuaranteeKey, Integer> lines = new HashMap<>();
        if (folder.has(GUARANTEES)) {
            Table.read(folder, GUARANTEES_SHAPE, row -> {
                Optional<String> market = row.selected("market");
                market.ifPresent(name -> row.mustBeIn(markets.names(), "market", name));
                Optional<String> model = row.selected("model");
                model.ifPresent(name -> catalogue.mustHaveModel(row, "model", name));
                boolean isPlaced = row.isSound();
                int wait = row.whole("wait_weeks", 0, Horizon.WEEKS_MAX);
                int from = row.isEmpty("from_week") ? 0 : Math.max(0, horizon.bucket(row.week("from_week")));
                sources.of(row);
                Integer first = isPlaced ? lines.putIfAbsent(new GuaranteeKey(market, model), row.line()) : null;
                if (first != null) {
                    row.flaw(
                            "wait_weeks", "one guarantee for each market and model, as on line " + first, "delete one");
                }
                if (row.isSound()) {
                    guarantees.add(new Guarantee(market, model, wait, from));
                }
            });
        }
        return guarantees;
    }
}
