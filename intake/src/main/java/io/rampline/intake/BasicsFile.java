package io.rampline.intake;

import io.rampline.factory.Currency;
import io.rampline.factory.Horizon;
import io.rampline.factory.Rules;
import io.rampline.factory.Week;
import io.rampline.factory.WindowRule;
import io.rampline.intake.TomlPlaces.Place;
import io.rampline.intake.csv.CellTime;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads {@code scenario.toml}. */
final class BasicsFile {
    private static final List<String> KEYS = List.of(
            "name",
            "start_week",
            "horizon_weeks",
            "as_of",
            "currency",
            "minor_units",
            "home_market",
            "frozen_weeks",
            "confidence",
            "rules.hysteresis_weeks",
            "rules.release_fence_weeks",
            "rules.priority_classes",
            "rules.hold_hours",
            "window.early_weeks",
            "window.late_weeks",
            "window.late_share",
            "orders.seed");

    private static final List<String> ONE_CLASS = List.of("standard");
    private static final int PRIORITY_CLASSES_MAX = 16;
    private static final Week FIRST_WEEK = Week.parse("1970-W01");
    private static final Week LAST_WEEK = Week.parse("2199-W52");
    private static final LocalDate NO_DAY_IS_AFTER = LocalDate.of(9999, 12, 31);

    private final TomlFile toml;

    private BasicsFile(TomlFile toml) {
        this.toml = toml;
    }

    static Basics read(Folder folder) {
        if (!folder.has(Basics.FILE)) {
            folder.missing(
                    Basics.FILE,
                    "the file that names the scenario and its weeks",
                    folder.present().isEmpty() ? "another folder; rampline new writes a small scenario that runs" : "");
            return standIn();
        }
        return TomlFile.read(folder, Basics.FILE)
                .map(toml -> new BasicsFile(toml).read())
                .orElseGet(BasicsFile::standIn);
    }

    private Basics read() {
        toml.expectOnly(KEYS);
        String name = toml.text(key("name"), "a name of 1 to 120 characters", _ -> "quotes around it")
                .orElse("");
        if (toml.has(key("name"))
                && toml.find(key("name")).orElseThrow().isTextual()
                && (name.isBlank() || name.length() > 120)) {
            toml.flaw(key("name"), "a name of 1 to 120 characters", "");
        }
        Optional<Week> start = week(key("start_week"));
        OptionalInt weeks = toml.findWhole(key("horizon_weeks"), 1, Horizon.WEEKS_MAX);
        boolean horizonKnown = start.isPresent() && weeks.isPresent();
        Horizon horizon = new Horizon(start.orElse(FIRST_WEEK), weeks.orElse(Horizon.WEEKS_MAX));
        LocalDate asOf = asOf(start, horizon);
        Currency currency = new Currency(currency(), toml.whole(key("minor_units"), 0, 3, 2));
        List<String> classes = priorityClasses();
        Rules rules = new Rules(
                toml.whole(key("frozen_weeks"), 0, 26, 0),
                toml.whole(key("rules.hysteresis_weeks"), 0, 52, 2),
                toml.whole(key("rules.release_fence_weeks"), 0, 52, 4),
                classes.isEmpty() ? ONE_CLASS : classes,
                toml.whole(key("rules.hold_hours"), 1, 720, 24));
        WindowRule window = new WindowRule(
                toml.whole(key("window.early_weeks"), 0, 52, 0),
                toml.whole(key("window.late_weeks"), 0, 52, 3),
                toml.decimal(key("window.late_share"), 0, 1, 0));
        return new Basics(
                name,
                horizon,
                horizonKnown,
                asOf,
                currency,
                homeMarket(),
                toml.place(key("home_market")),
                toml.decimal(key("confidence"), 0.5, 0.999, 0.9),
                rules,
                !classes.isEmpty(),
                window,
                toml.seed(key("orders.seed"), 1));
    }

    private Optional<Week> week(TomlKey key) {
        String expected = "an ISO week such as \"2025-W28\" from " + FIRST_WEEK + " to " + LAST_WEEK;
        Optional<String> text = toml.text(key, expected, Advice::week);
        Optional<Week> week = text.flatMap(Week::find);
        boolean isGood = week.isPresent()
                && week.get().compareTo(FIRST_WEEK) >= 0
                && week.get().compareTo(LAST_WEEK) <= 0;
        if (text.isPresent() && !isGood) {
            toml.flaw(key, expected, week.isPresent() ? "" : Advice.week(text.get()));
        }
        return isGood ? week : Optional.empty();
    }

    private LocalDate asOf(Optional<Week> start, Horizon horizon) {
        if (!toml.has(key("as_of"))) {
            return start.map(week -> week.monday().minusDays(1)).orElse(NO_DAY_IS_AFTER);
        }
        String expected = "a date such as 2025-07-06";
        Optional<String> text = toml.text(key("as_of"), expected, Advice::date);
        if (text.isEmpty()) {
            return NO_DAY_IS_AFTER;
        }
        byte[] bytes = text.get().getBytes(StandardCharsets.UTF_8);
        long day = CellTime.date(bytes, 0, bytes.length);
        if (day == CellTime.NO_TIME) {
            toml.flaw(key("as_of"), expected, text.get().length() > 40 ? "" : Advice.date(text.get()));
            return NO_DAY_IS_AFTER;
        }
        LocalDate asOf = LocalDate.ofEpochDay(day);
        LocalDate end = horizon.week(horizon.weeks() - 1).sunday();
        if (start.isPresent() && (asOf.isAfter(end) || asOf.getYear() < 1970)) {
            toml.flaw(key("as_of"), "a day from 1970 to the end of the horizon, " + end, "");
            return NO_DAY_IS_AFTER;
        }
        return asOf;
    }

    private String currency() {
        String expected = "a currency code such as \"CNY\"";
        Optional<String> text = toml.text(key("currency"), expected, _ -> "");
        if (text.isPresent() && !text.get().matches("[A-Z]{3}")) {
            String upper = text.get().toUpperCase(Locale.ROOT);
            toml.flaw(key("currency"), expected, upper.matches("[A-Z]{3}") ? Wording.quoted(upper) : "");
        }
        return text.orElse("XXX");
    }

    private Optional<String> homeMarket() {
        if (!toml.has(key("home_market"))) {
            return Optional.empty();
        }
        String expected = "a market of " + Markets.FILE;
        Optional<String> text = toml.text(key("home_market"), expected, _ -> "quotes around it");
        if (text.isPresent() && !Spelling.isName(text.get())) {
            toml.flaw(key("home_market"), expected, "");
            return Optional.empty();
        }
        return text;
    }

    private List<String> priorityClasses() {
        String expected = "a list of 1 to " + PRIORITY_CLASSES_MAX + " different names";
        List<String> classes = toml.texts(key("rules.priority_classes"), ONE_CLASS, expected);
        if (classes.size() > PRIORITY_CLASSES_MAX) {
            toml.flaw(key("rules.priority_classes"), classes.size() + " classes", expected, "");
            return List.of();
        }
        return classes;
    }

    private static TomlKey key(String dotted) {
        return TomlKey.parse(dotted);
    }

    private static Basics standIn() {
        return new Basics(
                "",
                new Horizon(FIRST_WEEK, Horizon.WEEKS_MAX),
                false,
                NO_DAY_IS_AFTER,
                new Currency("XXX", 3),
                Optional.empty(),
                Place.FRONT,
                0.9,
                new Rules(0, 2, 4, ONE_CLASS, 24),
                false,
                new WindowRule(0, 3, 0),
                1);
    }
}
