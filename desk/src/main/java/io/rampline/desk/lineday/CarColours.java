package io.rampline.desk.lineday;

import io.rampline.factory.Configuration;
import io.rampline.intake.LineRules;
import io.rampline.intake.LineRules.Colour;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which colour an order is painted in. An option that brings a colour decides; orders without one are dealt to the
 * other colours by their shares, each by its own number, so that an order keeps its colour whoever else is in the book.
 */
public final class CarColours {
    private static final long FIRST = 0xcbf29ce484222325L;
    private static final long FACTOR = 0x100000001b3L;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final List<Colour> rows;
    private final List<String> names = new ArrayList<>();

    public CarColours(LineRules rules) {
        this.rows = rules.colours();
        for (Colour row : rows) {
            if (!names.contains(row.name())) {
                names.add(row.name());
            }
        }
    }

    /** The names, in file order; a colour's number is its position. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /** A number for each colour; cars without one share a number of their own. */
    int number(String name) {
        int number = names.indexOf(name);
        return number < 0 ? names.size() : number;
    }

    /** How a colour is drawn, {@code #3b6ea5}; empty when the scenario does not say. */
    public Optional<String> rgb(String name) {
        return rows.stream()
                .filter(row -> row.name().equals(name))
                .flatMap(row -> row.rgb().stream())
                .findFirst();
    }

    /** Whether orders without an option for it get a colour by share: an assumption. */
    public boolean isDealt() {
        return rows.stream().anyMatch(row -> row.option().isEmpty());
    }

    /** The name of the colour; empty when no row is about the order. */
    String of(String orderId, Configuration car) {
        long shares = 0;
        for (Colour row : rows) {
            boolean isOfModel = row.model().map(car.model()::equals).orElse(true);
            if (isOfModel && row.option().map(car.options()::contains).orElse(false)) {
                return row.name();
            }
            shares += isOfModel && row.option().isEmpty() ? row.share() : 0;
        }
        long drawn = shares == 0 ? 0 : Long.remainderUnsigned(hash(orderId), shares);
        for (Colour row : rows) {
            if (row.option().isEmpty() && row.model().map(car.model()::equals).orElse(true)) {
                drawn -= row.share();
                if (drawn < 0) {
                    return row.name();
                }
            }
        }
        return "";
    }

    /** FNV-1a of the characters, then mixed so that ids counted upwards spread. */
    private static long hash(String id) {
        long hash = FIRST;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * FACTOR;
        }
        hash = (hash ^ (hash >>> 32)) * MIX;
        return hash ^ (hash >>> 29);
    }
}
