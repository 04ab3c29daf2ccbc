package io.rampline.intake;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import io.rampline.intake.TomlPlaces.Place;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * A TOML file. As in a {@link Row}, each question answers with a value of the right type; a flaw leaves a stand-in and
 * {@link #isSound()} false.
 */
final class TomlFile {
    /** A file that people write by hand is a hundredth of this. */
    private static final int BYTES_MAX = 256 * 1024;

    private static final ObjectMapper MAPPER = TomlMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();

    private final String file;
    private final FlawBook flaws;
    private final JsonNode root;
    private final TomlPlaces places;
    private boolean sound = true;

    private TomlFile(String file, FlawBook flaws, JsonNode root, TomlPlaces places) {
        this.file = file;
        this.flaws = flaws;
        this.root = root;
        this.places = places;
    }

    /** Reads a file that is there; empty, with a flaw, when it is no TOML. */
    static Optional<TomlFile> read(Folder folder, String file) {
        Optional<InputStream> in = folder.open(file);
        if (in.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream bytes = in.get()) {
            return parse(file, folder.flaws(), bytes.readNBytes(BYTES_MAX + 1));
        } catch (IOException e) {
            folder.unreadable(file, e);
            return Optional.empty();
        }
    }

    static Optional<TomlFile> parse(String file, FlawBook flaws, byte[] bytes) {
        if (bytes.length > BYTES_MAX) {
            flaws.add(Folder.wholeFile(file, "more than " + BYTES_MAX + " bytes", "at most that", ""));
            return Optional.empty();
        }
        Optional<Flaw> foreign = ForeignFile.recognise(file, bytes);
        if (foreign.isPresent()) {
            flaws.add(foreign.get());
            return Optional.empty();
        }
        Optional<String> decoded = io.rampline.intake.csv.CellText.decode(bytes, 0, bytes.length);
        if (decoded.isEmpty()) {
            flaws.add(Folder.wholeFile(file, "bytes that are not UTF-8", "UTF-8 text", "save it as UTF-8"));
            return Optional.empty();
        }
        String text = decoded.get().startsWith("\uFEFF") ? decoded.get().substring(1) : decoded.get();
        TomlPlaces places = TomlPlaces.of(text);
        try {
            return Optional.of(new TomlFile(file, flaws, MAPPER.readTree(text), places));
        } catch (JsonProcessingException e) {
            flaws.add(syntaxFlaw(file, e, places, text));
            return Optional.empty();
        }
    }

    boolean isSound() {
        return sound;
    }

    void flaw(TomlKey key, String found, String expected, String maybe) {
        sound = false;
        Place place = place(key);
        flaws.add(new Flaw(file, place.line(), place.column(), found, expected, maybe));
    }

    void flaw(TomlKey key, String expected, String maybe) {
        flaw(key, found(find(key)), expected, maybe);
    }

    Place place(TomlKey key) {
        return places.of(key.parts());
    }

    boolean has(TomlKey key) {
        return find(key).isPresent();
    }

    /** The value of a key as text, also of a date. Empty, with a flaw, when it is no text. */
    Optional<String> text(TomlKey key, String expected, UnaryOperator<String> advice) {
        Optional<JsonNode> node = find(key);
        if (node.isEmpty()) {
            missing(key, expected);
        } else if (!node.get().isTextual()) {
            flaw(
                    key,
                    expected,
                    node.get().isValueNode() ? advice.apply(node.get().asText()) : "");
        }
        return node.filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    /** A whole number that must be there; empty after a flaw. */
    OptionalInt findWhole(TomlKey key, int min, int max) {
        boolean wasSound = sound;
        sound = true;
        int value = whole(key, min, max);
        boolean isGood = sound;
        sound = wasSound && isGood;
        return isGood ? OptionalInt.of(value) : OptionalInt.empty();
    }

    int whole(TomlKey key, int min, int max) {
        Optional<JsonNode> node = find(key);
        String expected = "a whole number from " + min + " to " + max;
        if (node.isEmpty()) {
            missing(key, expected);
            return min;
        }
        BigDecimal value = number(node.get());
        boolean isGood = node.get().isIntegralNumber()
                && value.compareTo(BigDecimal.valueOf(min)) >= 0
                && value.compareTo(BigDecimal.valueOf(max)) <= 0;
        if (!isGood) {
            flaw(key, expected, maybeNumber(node.get()));
        }
        return isGood ? value.intValueExact() : min;
    }

    int whole(TomlKey key, int min, int max, int ifAbsent) {
        return has(key) ? whole(key, min, max) : ifAbsent;
    }

    long seed(TomlKey key, long ifAbsent) {
        Optional<JsonNode> node = find(key);
        if (node.isEmpty()) {
            return ifAbsent;
        }
        if (!node.get().isIntegralNumber() || !node.get().canConvertToLong()) {
            flaw(key, "a whole number of at most 18 digits", maybeNumber(node.get()));
            return ifAbsent;
        }
        return node.get().longValue();
    }

    double decimal(TomlKey key, double min, double max, double ifAbsent) {
        Optional<JsonNode> node = find(key);
        if (node.isEmpty()) {
            return ifAbsent;
        }
        double value = node.get().isNumber() ? node.get().doubleValue() : Double.NaN;
        if (!(value >= min && value <= max)) {
            boolean isPercent = value > 1 && value <= 100 && max <= 1;
            flaw(
                    key,
                    "a number from " + min + " to " + max,
                    isPercent ? "a percentage: write " + value / 100 : maybeNumber(node.get()));
            return ifAbsent;
        }
        return value;
    }

    /** Minor units. */
    long money(TomlKey key, io.rampline.factory.Currency currency, long ifAbsent) {
        return amount(key, currency, Row.MONEY_MINOR_MAX, ifAbsent);
    }

    /** An amount of the size of a plant, in minor units. */
    long investment(TomlKey key, io.rampline.factory.Currency currency, long ifAbsent) {
        return amount(key, currency, Row.INVESTMENT_MINOR_MAX, ifAbsent);
    }

    private long amount(TomlKey key, io.rampline.factory.Currency currency, long maxMinor, long ifAbsent) {
        Optional<JsonNode> node = find(key);
        if (node.isEmpty()) {
            return ifAbsent;
        }
        BigDecimal max = BigDecimal.valueOf(maxMinor, currency.minorUnits());
        BigDecimal value = number(node.get());
        // Compared before it is scaled: 1e999999999 is short to write and long to hold.
        boolean isGood = node.get().isNumber()
                && value.signum() >= 0
                && value.compareTo(max) <= 0
                && value.stripTrailingZeros().scale() <= currency.minorUnits();
        if (!isGood) {
            flaw(key, Row.moneyExpected(currency), maybeNumber(node.get()));
            return ifAbsent;
        }
        return value.movePointRight(currency.minorUnits()).longValueExact();
    }

    /** A list of texts; {@code ifAbsent} when the key is absent, empty after a flaw. */
    List<String> texts(TomlKey key, List<String> ifAbsent, String expected) {
        Optional<JsonNode> node = find(key);
        if (node.isEmpty()) {
            return ifAbsent;
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : node.get()) {
            texts.add(element.isTextual() ? element.textValue() : "");
        }
        boolean isGood = node.get().isArray()
                && !texts.isEmpty()
                && texts.stream().allMatch(Spelling::isName)
                && texts.stream().distinct().count() == texts.size();
        if (!isGood) {
            flaw(
                    key,
                    expected,
                    node.get().isTextual() ? "[" + Wording.quoted(node.get().textValue()) + "]" : "");
        }
        return isGood ? texts : List.of();
    }

    /** The keys of a table. */
    List<String> keys(TomlKey table) {
        Optional<JsonNode> node = find(table);
        return node.map(TomlFile::keysOf).orElse(List.of());
    }

    /** Every key that nobody knows is a flaw. A known key {@code model.*} stands for all keys in that table. */
    void expectOnly(List<String> known) {
        expectOnly(new TomlKey(List.of()), root, known);
    }

    /** As {@link #expectOnly(List)}, in one table. */
    void expectOnly(TomlKey table, List<String> known) {
        Optional<JsonNode> node = find(table);
        if (node.isPresent() && node.get().isObject()) {
            for (String name : keysOf(node.get())) {
                if (!known.contains(name)) {
                    unknown(table.then(name), known);
                }
            }
        } else {
            flaw(table, "a table [" + table + "]", "");
        }
    }

    private void expectOnly(TomlKey table, JsonNode node, List<String> known) {
        for (String name : keysOf(node)) {
            TomlKey key = table.then(name);
            JsonNode value = node.get(name);
            boolean isTable = known.stream().anyMatch(other -> other.startsWith(key + "."));
            boolean isOpenTable = known.contains(key + ".*");
            if (isTable && value.isObject()) {
                if (!isOpenTable) {
                    expectOnly(key, value, known);
                }
            } else if (isTable) {
                flaw(key, "a table [" + key + "]", "");
            } else if (!known.contains(key.toString())) {
                unknown(key, known);
            }
        }
    }

    private void unknown(TomlKey key, List<String> known) {
        String maybe = Nearest.of(key.toString(), known)
                .or(() -> Nearest.of(key.parts().getLast(), known))
                .map(Wording::quoted)
                .orElse("delete it");
        flaw(key, "key " + Wording.quoted(key.toString()), "one of " + String.join(", ", known), maybe);
    }

    private static List<String> keysOf(JsonNode table) {
        List<String> keys = new ArrayList<>();
        table.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    void missing(TomlKey key, String expected) {
        sound = false;
        flaws.add(Folder.wholeFile(file, "no key " + key, expected, "add " + key + " = ..."));
    }

    Optional<JsonNode> find(TomlKey key) {
        JsonNode node = root;
        for (String part : key.parts()) {
            JsonNode next = node.get(part);
            if (next == null) {
                return Optional.empty();
            }
            node = next;
        }
        return Optional.of(node);
    }

    private static BigDecimal number(JsonNode node) {
        return node.isBigDecimal() || node.isIntegralNumber() ? node.decimalValue() : BigDecimal.valueOf(-1);
    }

    private static String maybeNumber(JsonNode node) {
        return node.isTextual() ? "the number without quotes" : "";
    }

    private static String found(Optional<JsonNode> node) {
        return node.map(value -> value.isTextual() ? Wording.quoted(value.textValue()) : shown(value))
                .orElse("nothing");
    }

    private static String shown(JsonNode value) {
        if (value.isObject()) {
            return "a table";
        }
        if (value.isArray()) {
            return "a list";
        }
        String text = value.asText();
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }

    private static Flaw syntaxFlaw(String file, JsonProcessingException e, TomlPlaces places, String text) {
        JsonLocation location = e.getLocation();
        Place place = location == null
                ? Place.FRONT
                : new Place(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
        String reason = e.getOriginalMessage();
        if (reason.startsWith("Duplicate key")) {
            Place second = places.repeated().orElse(place);
            return new Flaw(file, second.line(), second.column(), "a key for the second time", "each key once", "");
        }
        int line = TomlAdvice.lineWithText(text, place.line());
        return new Flaw(
                file,
                line,
                line == place.line() ? place.column() : 1,
                "no valid TOML in " + Wording.quoted(TomlAdvice.line(text, line)),
                TomlAdvice.EXPECTED,
                TomlAdvice.of(text, line).orElseGet(() -> "see: " + Wording.quoted(firstSentence(reason))));
    }

    /** The parser goes on about where it read. */
    private static String firstSentence(String reason) {
        return reason.lines().findFirst().orElse("").split(" \\(from |[.] ", 2)[0];
    }
}
