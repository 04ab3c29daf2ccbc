package io.rampline.simulation.backtest;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Which models are counted together in deliveries: a model whose name is that of another with words behind it is a
 * variant of it, as makers count a sports variant with its saloon.
 */
final class Families {
    private final List<String> names;

    Families(Collection<String> models) {
        TreeSet<String> first = new TreeSet<>();
        // In alphabetical order a name comes before those that begin with it.
        for (String model : new TreeSet<>(models)) {
            if (first.stream().noneMatch(name -> model.startsWith(name + " "))) {
                first.add(model);
            }
        }
        this.names = List.copyOf(first);
    }

    List<String> names() {
        return names;
    }

    /** The family of a model; -1 when it has none here. */
    int of(String model) {
        for (int f = 0; f < names.size(); f++) {
            if (model.equals(names.get(f)) || model.startsWith(names.get(f) + " ")) {
                return f;
            }
        }
        return -1;
    }
}
