package io.rampline.intake;

import io.rampline.factory.Selector;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The models and trims that {@code products.csv} defines. As with {@link Names}, a product whose row has a flaw is
 * known all the same, and where a name of a product cannot be read, whatever it could be is passed over.
 */
final class Catalogue {
    static final String FILE = "products.csv";

    private final Map<String, Map<String, Integer>> linesByTrimByModel = new LinkedHashMap<>();
    private final Set<String> modelsWithUnreadableTrim = new LinkedHashSet<>();
    private final Set<String> trimsOfUnreadableModel = new LinkedHashSet<>();
    private boolean leaky;

    /** The line on which the product was defined before; empty when it is new. */
    Optional<Integer> define(String model, String trim, int line) {
        boolean isModel = Spelling.isName(model);
        boolean isTrim = Spelling.isName(trim);
        if (isModel && isTrim) {
            Map<String, Integer> trims = linesByTrimByModel.computeIfAbsent(model, _ -> new LinkedHashMap<>());
            return Optional.ofNullable(trims.putIfAbsent(trim, line));
        }
        if (isModel) {
            linesByTrimByModel.computeIfAbsent(model, _ -> new LinkedHashMap<>());
            modelsWithUnreadableTrim.add(model);
        } else if (isTrim) {
            trimsOfUnreadableModel.add(trim);
        } else {
            leaky = true;
        }
        return Optional.empty();
    }

    /** From now on any product may be one that could not be read. */
    void spoil() {
        leaky = true;
    }

    boolean isEmpty() {
        return linesByTrimByModel.isEmpty() && trimsOfUnreadableModel.isEmpty() && !leaky;
    }

    boolean hasModel(String model) {
        return linesByTrimByModel.containsKey(model);
    }

    boolean has(String model, String trim) {
        return linesByTrimByModel.getOrDefault(model, Map.of()).containsKey(trim);
    }

    Set<String> models() {
        return linesByTrimByModel.keySet();
    }

    /** Whether an unknown model must be passed over in silence. */
    boolean mayHaveModel() {
        return leaky || !trimsOfUnreadableModel.isEmpty();
    }

    /** Whether an unknown product must be passed over in silence. */
    boolean mayHave(String model, String trim) {
        return leaky || modelsWithUnreadableTrim.contains(model) || trimsOfUnreadableModel.contains(trim);
    }

    void mustHaveModel(Row row, String column, String model) {
        if (!Spelling.isName(model) || hasModel(model)) {
            return;
        }
        if (mayHaveModel()) {
            row.unsoundWithoutFlaw();
        } else {
            row.flaw(column, Wording.quoted(model), expectedModel(), maybeModel(model));
        }
    }

    void mustHave(Row row, String modelColumn, String trimColumn, String model, String trim) {
        if (!Spelling.isName(model) || !Spelling.isName(trim) || has(model, trim)) {
            return;
        }
        if (mayHave(model, trim)) {
            row.unsoundWithoutFlaw();
        } else if (!hasModel(model)) {
            row.flaw(modelColumn, Wording.quoted(model), expectedModel(), maybeModel(model));
        } else {
            row.flaw(trimColumn, Wording.quoted(trim), expectedTrim(model), maybeTrim(model, trim));
        }
    }

    /** A model or any, and one of its trims or any. */
    Selector selector(Row row, String modelColumn, String trimColumn) {
        Optional<String> model = row.selected(modelColumn);
        Optional<String> trim = row.selected(trimColumn);
        model.ifPresent(name -> mustHaveModel(row, modelColumn, name));
        if (trim.isPresent() && model.map(this::hasModel).orElse(true)) {
            mustHave(row, modelColumn, trimColumn, model, trim.get());
        }
        return new Selector(model, trim.map(List::of).orElse(List.of()));
    }

    private void mustHave(Row row, String modelColumn, String trimColumn, Optional<String> model, String trim) {
        if (model.isPresent()) {
            mustHave(row, modelColumn, trimColumn, model.get(), trim);
            return;
        }
        boolean isKnown = linesByTrimByModel.values().stream().anyMatch(trims -> trims.containsKey(trim));
        boolean mayBe = leaky || !modelsWithUnreadableTrim.isEmpty() || trimsOfUnreadableModel.contains(trim);
        if (Spelling.isName(trim) && !isKnown) {
            if (mayBe) {
                row.unsoundWithoutFlaw();
            } else {
                row.flaw(trimColumn, Wording.quoted(trim), "a trim of some model of " + FILE, "");
            }
        }
    }

    String expectedModel() {
        return "a model of " + FILE;
    }

    String expectedTrim(String model) {
        return "a trim of " + model + " in " + FILE;
    }

    String maybeModel(String model) {
        return Nearest.of(model, models())
                .map(Wording::quoted)
                .orElseGet(() -> models().isEmpty()
                        ? "add it to " + FILE
                        : "add it to " + FILE + "; known: " + Wording.listed(models()));
    }

    String maybeTrim(String model, String trim) {
        Set<String> trims = linesByTrimByModel.getOrDefault(model, Map.of()).keySet();
        return Nearest.of(trim, trims)
                .map(Wording::quoted)
                .orElseGet(() -> "add it to " + FILE + "; known: " + Wording.listed(trims));
    }
}
