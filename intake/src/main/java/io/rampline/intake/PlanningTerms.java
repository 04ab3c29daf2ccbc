package io.rampline.intake;

import io.rampline.factory.Cancellations;
import io.rampline.factory.Cash;
import io.rampline.factory.WaitCost;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code planning.toml} says.
 *
 * @param cash empty when cash is no concern
 */
record PlanningTerms(
        double discountPercentPerYear, Optional<Cash> cash, Cancellations cancellations, WaitCost waitCost) {
    static final String FILE = "planning.toml";

    private static final String DISCOUNT = "discount_percent_per_year";
    private static final String CANCELLATIONS = "cancellations_percent_per_month";
    private static final String WAIT_COST = "wait_cost_per_week";
    private static final String OPENING = "cash.opening";
    private static final String FLOOR = "cash.floor";
    private static final List<String> KEYS = List.of(DISCOUNT, CANCELLATIONS, WAIT_COST, OPENING, FLOOR, "model.*");
    private static final List<String> MODEL_KEYS = List.of(CANCELLATIONS, WAIT_COST);
    /** At a hundred percent a month nobody would be left to plan for. */
    private static final double CANCELLATIONS_MAX = 99;

    private static final long UNREAD = -1;
    private static final double DISCOUNT_MAX = 100;

    private static final PlanningTerms NONE = new PlanningTerms(0, Optional.empty(), Cancellations.NONE, WaitCost.NONE);

    static PlanningTerms read(Folder folder, Basics basics, Catalogue catalogue) {
        if (!folder.has(FILE)) {
            return NONE;
        }
        return TomlFile.read(folder, FILE)
                .map(toml -> read(toml, basics, catalogue))
                .orElse(NONE);
    }

    private static PlanningTerms read(TomlFile toml, Basics basics, Catalogue catalogue) {
        toml.expectOnly(KEYS);
        double discount = toml.decimal(TomlKey.of(DISCOUNT), 0, DISCOUNT_MAX, 0);
        double leaving = toml.decimal(TomlKey.of(CANCELLATIONS), 0, CANCELLATIONS_MAX, 0);
        long waiting = toml.money(TomlKey.of(WAIT_COST), basics.currency(), 0);
        SortedMap<String, Double> leavingByModel = new TreeMap<>();
        SortedMap<String, Long> waitingByModel = new TreeMap<>();
        for (String model : toml.keys(TomlKey.of("model"))) {
            TomlKey table = TomlKey.of("model", model);
            if (!catalogue.hasModel(model) && !catalogue.mayHaveModel()) {
                toml.flaw(
                        table,
                        "model " + Wording.quoted(model),
                        catalogue.expectedModel(),
                        catalogue.maybeModel(model));
            }
            toml.expectOnly(table, MODEL_KEYS);
            leavingByModel.put(model, toml.decimal(table.then(CANCELLATIONS), 0, CANCELLATIONS_MAX, leaving));
            waitingByModel.put(model, toml.money(table.then(WAIT_COST), basics.currency(), waiting));
        }
        return new PlanningTerms(
                discount,
                cash(toml, basics),
                new Cancellations(leaving, leavingByModel),
                new WaitCost(waiting, waitingByModel));
    }

    private static Optional<Cash> cash(TomlFile toml, Basics basics) {
        TomlKey opening = TomlKey.parse(OPENING);
        TomlKey floor = TomlKey.parse(FLOOR);
        if (!toml.has(opening) && !toml.has(floor)) {
            return Optional.empty();
        }
        if (!toml.has(opening)) {
            toml.missing(opening, Row.moneyExpected(basics.currency()));
        }
        long openingMinor = toml.investment(opening, basics.currency(), UNREAD);
        long floorMinor = toml.investment(floor, basics.currency(), 0);
        if (openingMinor != UNREAD && openingMinor < floorMinor) {
            toml.flaw(floor, "at most the opening cash", "opening and floor are swapped");
        }
        return Optional.of(new Cash(openingMinor, floorMinor));
    }
}
