package io.rampline.intake;

import io.rampline.factory.DepositTerms;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads {@code deposits.toml}. */
final class Deposits {
    static final String FILE = "deposits.toml";

    private static final List<String> KEYS = List.of("deposit", "cooling_off_days", "model.*");
    private static final List<String> MODEL_KEYS = List.of("deposit");
    private static final int COOLING_OFF_DAYS_MAX = 365;

    private Deposits() {}

    static DepositTerms read(Folder folder, Basics basics, Catalogue catalogue) {
        if (!folder.has(FILE)) {
            return new DepositTerms(0, 0, new TreeMap<>());
        }
        return TomlFile.read(folder, FILE)
                .map(toml -> read(toml, basics, catalogue))
                .orElseGet(() -> new DepositTerms(0, 0, new TreeMap<>()));
    }

    private static DepositTerms read(TomlFile toml, Basics basics, Catalogue catalogue) {
        toml.expectOnly(KEYS);
        long deposit = toml.money(TomlKey.of("deposit"), basics.currency(), 0);
        int days = toml.whole(TomlKey.of("cooling_off_days"), 0, COOLING_OFF_DAYS_MAX, 0);
        SortedMap<String, Long> byModel = new TreeMap<>();
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
            byModel.put(model, toml.money(table.then("deposit"), basics.currency(), deposit));
        }
        return new DepositTerms(deposit, days, byModel);
    }
}
