package io.rampline.factory;

import java.util.List;
import java.util.Optional;

/**
 * Which products a row speaks of: a model or any, and some of its trims or any.
 *
 * @param model empty means any model
 * @param trims empty means any trim
 */
public record Selector(Optional<String> model, List<String> trims) {
    public static final Selector ANY = new Selector(Optional.empty(), List.of());

    public Selector {
        trims = List.copyOf(trims);
    }

    public static Selector model(String model) {
        return new Selector(Optional.of(model), List.of());
    }

    public static Selector trim(String model, String trim) {
        return new Selector(Optional.of(model), List.of(trim));
    }

    public boolean matches(String aModel, String aTrim) {
        return (model.isEmpty() || model.get().equals(aModel)) && (trims.isEmpty() || trims.contains(aTrim));
    }

    /** For people: {@code YU7 Max}, {@code SU7}, {@code *}. */
    @Override
    public String toString() {
        String name = model.orElse("*");
        return trims.isEmpty() ? name : name + " " + String.join("|", trims);
    }
}
