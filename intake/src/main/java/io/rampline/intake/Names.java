package io.rampline.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names that one file defines and others use.
 *
 * <p>A name whose row has a flaw is known all the same, and a row whose name cannot be read stands for any name, so
 * that one flaw is reported once and not again wherever the name is used.
 */
final class Names {
    private final String kind;
    private final String file;
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private boolean leaky;

    /**
     * @param kind what a name of this kind is called, for messages
     * @param file where they are defined
     */
    Names(String kind, String file) {
        this.kind = kind;
        this.file = file;
    }

    /** The line on which the name was defined before; empty when it is new. */
    Optional<Integer> define(String name, int line) {
        return Optional.ofNullable(lines.putIfAbsent(name, line));
    }

    /** From now on any name may be one that could not be read. */
    void spoil() {
        leaky = true;
    }

    boolean has(String name) {
        return lines.containsKey(name);
    }

    /** Whether an unknown name must be passed over in silence. */
    boolean isLeaky() {
        return leaky;
    }

    Set<String> all() {
        return lines.keySet();
    }

    String expected() {
        return Wording.withArticle(kind) + " of " + file;
    }

    String maybe(String unknown) {
        return Nearest.of(unknown, lines.keySet())
                .map(name -> "\"" + name + "\"")
                .orElseGet(() -> areSeveral(unknown) ? "several in one cell: separate them by |" : add());
    }

    private String add() {
        return "add it to " + file + (lines.isEmpty() ? "" : "; known: " + Wording.listed(lines.keySet()));
    }

    /** Known names in one cell, separated as spreadsheets and people do it. */
    private boolean areSeveral(String text) {
        List<String> parts = List.of(text.strip().split("[ +]+"));
        return parts.size() > 1 && lines.keySet().containsAll(parts);
    }
}
