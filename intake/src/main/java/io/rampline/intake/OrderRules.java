package io.rampline.intake;

import io.rampline.factory.Configuration;
import io.rampline.factory.DepositTerms;
import io.rampline.intake.Limits.Options;
import io.rampline.intake.csv.CellText;
import io.rampline.intake.csv.CellTime;
import java.time.LocalDate;
import java.util.List;

/** What an order may say: the other files of the scenario have been read. */
record OrderRules(
        Basics basics, Sources sources, Markets markets, Catalogue catalogue, Options options, DepositTerms deposits) {
    /** One book on one machine; every table of it then fits into memory with room for the engine. */
    static final int ORDERS_MAX = 2_000_000;

    static final int ID_LENGTH_MAX = 64;

    private static final String LATER = "as_of in scenario.toml is too early: it is the day of the table";

    /** Behind the last moment at which an order may have been locked. */
    long endOfAsOfMicros() {
        return (basics.asOf().toEpochDay() + 1) * CellTime.MICROS_PER_DAY;
    }

    int lastPriorityClass() {
        return basics.rules().priorityClasses().size() - 1;
    }

    static boolean isId(String text) {
        return !text.isEmpty()
                && text.codePointCount(0, text.length()) <= ID_LENGTH_MAX
                && CellText.isPrintable(text)
                && text.equals(text.strip());
    }

    /** The cells that say what is ordered and where to; with a flaw for each that does not fit. */
    Configuration configuration(Row row) {
        String market = row.isEmpty("market") ? markets.home() : row.name("market");
        row.mustBeIn(markets.names(), "market", market);
        String model = row.name("model");
        String trim = row.name("trim");
        catalogue.mustHave(row, "model", "trim", model, trim);
        List<String> chosen = row.list("options");
        for (String option : chosen) {
            row.mustBeIn(options.names(), "options", option);
            // An option or a product with a flaw of its own cannot be held against this row.
            boolean isComparable = options.names().has(option)
                    && catalogue.has(model, trim)
                    && options.list().stream().anyMatch(known -> known.name().equals(option));
            if (isComparable && !options.offers(option, model, trim)) {
                row.flaw(
                        "options",
                        "options offered for " + model,
                        "add " + option + " for " + model + " to " + Limits.OPTIONS);
            }
        }
        return new Configuration(market, model, trim, chosen);
    }

    int priorityClass(Row row) {
        if (row.isEmpty("priority")) {
            return lastPriorityClass();
        }
        String name = row.name("priority");
        int found = basics.rules().priorityClasses().indexOf(name);
        if (found < 0 && Spelling.isName(name)) {
            if (basics.priorityClassesKnown()) {
                List<String> classes = basics.rules().priorityClasses();
                row.flaw(
                        "priority",
                        "a class of rules.priority_classes: " + Wording.listed(classes),
                        Nearest.of(name, classes).map(Wording::quoted).orElse(""));
            } else {
                row.unsoundWithoutFlaw();
            }
        }
        return Math.max(0, found);
    }

    /** A day that must be there and not after the day on which the book is read. */
    LocalDate pastDay(Row row, String column) {
        int mark = row.mark();
        LocalDate day = row.date(column);
        if (row.isSoundSince(mark) && day.isAfter(basics.asOf())) {
            row.flaw(column, "a day not after as_of, " + basics.asOf(), LATER);
        }
        return day;
    }

    /** A moment that must be there and not after the day on which the book is read. */
    long pastMoment(Row row, String column) {
        long moment = row.moment(column);
        if (moment >= endOfAsOfMicros()) {
            row.flaw(column, "a moment not after as_of, " + basics.asOf(), LATER);
        }
        return moment;
    }

    /** The deposit of an order that names none. */
    long deposit(Configuration configuration) {
        return deposits.depositMinor(configuration);
    }
}
