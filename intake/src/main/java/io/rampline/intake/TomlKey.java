package io.rampline.intake;

import java.util.ArrayList;
import java.util.List;

/** Where a value of a TOML file is, table by table. */
record TomlKey(List<String> parts) {
    TomlKey {
        parts = List.copyOf(parts);
    }

    static TomlKey of(String... parts) {
        return new TomlKey(List.of(parts));
    }

    /** From {@code rules.hold_hours}. */
    static TomlKey parse(String dotted) {
        return of(dotted.split("\\."));
    }

    TomlKey then(String part) {
        List<String> more = new ArrayList<>(parts);
        more.add(part);
        return new TomlKey(more);
    }

    @Override
    public String toString() {
        return String.join(".", parts);
    }
}
