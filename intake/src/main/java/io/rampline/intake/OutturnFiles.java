package io.rampline.intake;

import io.rampline.factory.Horizon;
import io.rampline.factory.Selector;
import io.rampline.intake.Outturn.Delivered;
import io.rampline.intake.Outturn.Explanation;
import io.rampline.intake.Outturn.PostedWait;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Reads the folder {@code outturn}. */
final class OutturnFiles {
    static final String FOLDER = "outturn";
    static final String DELIVERIES = FOLDER + "/deliveries.csv";
    static final String POSTED_WAITS = FOLDER + "/posted_waits.csv";
    static final String EXPLANATIONS = FOLDER + "/explanations.csv";

    private static final int UNITS_MAX = 10_000_000;

    private static final Shape DELIVERIES_SHAPE =
            Shape.of(DELIVERIES).required("from", "to", "units").optional("model", "trim");

    private static final Shape WAITS_SHAPE =
            Shape.of(POSTED_WAITS).required("date", "model").optional("trim", "weeks_low", "weeks_high", "grade");

    private static final Shape EXPLANATIONS_SHAPE =
            Shape.of(EXPLANATIONS).optional("model", "trim", "text_en", "text_de");

    private OutturnFiles() {}

    static Outturn read(Folder folder, Sources sources, Catalogue catalogue) {
        List<Delivered> deliveries = new ArrayList<>();
        List<PostedWait> waits = new ArrayList<>();
        if (folder.has(DELIVERIES)) {
            Table.read(folder, DELIVERIES_SHAPE, row -> {
                Delivered delivered = delivered(row, sources, catalogue);
                if (row.isSound()) {
                    deliveries.add(delivered);
                }
            });
        }
        if (folder.has(POSTED_WAITS)) {
            Table.read(folder, WAITS_SHAPE, row -> {
                PostedWait wait = wait(row, sources, catalogue);
                if (row.isSound()) {
                    waits.add(wait);
                }
            });
        }
        return new Outturn(
                deliveries, waits, explanations(folder, sources, catalogue), CommitmentRows.read(folder, sources));
    }

    private static List<Explanation> explanations(Folder folder, Sources sources, Catalogue catalogue) {
        List<Explanation> explanations = new ArrayList<>();
        if (folder.has(EXPLANATIONS)) {
            Table.read(folder, EXPLANATIONS_SHAPE, row -> {
                Selector products = catalogue.selector(row, "model", "trim");
                Explanation words = new Explanation(products, row.freeText("text_en"), row.freeText("text_de"));
                sources.of(row);
                if (row.isEmpty("text_en") && row.isEmpty("text_de")) {
                    row.flaw("text_en", "a sentence here or in text_de", "");
                }
                if (row.isSound()) {
                    explanations.add(words);
                }
            });
        }
        return explanations;
    }

    private static Delivered delivered(Row row, Sources sources, Catalogue catalogue) {
        int mark = row.mark();
        LocalDate from = row.date("from");
        LocalDate to = row.date("to");
        if (row.isSoundSince(mark) && to.isBefore(from)) {
            row.flaw("to", "a day not before " + from, "from and to are swapped");
        }
        Selector products = catalogue.selector(row, "model", "trim");
        int units = row.whole("units", 0, UNITS_MAX);
        return new Delivered(from, to, products, units, sources.of(row));
    }

    private static PostedWait wait(Row row, Sources sources, Catalogue catalogue) {
        LocalDate date = row.date("date");
        if (row.isEmpty("model") || row.raw("model").equals("*")) {
            row.flaw("model", "a model of " + Catalogue.FILE, "one row for each model");
        }
        Selector products = catalogue.selector(row, "model", "trim");
        int mark = row.mark();
        OptionalDouble low = row.findDecimal("weeks_low", 0, Horizon.WEEKS_MAX);
        OptionalDouble high = row.findDecimal("weeks_high", 0, Horizon.WEEKS_MAX);
        if (row.isEmpty("weeks_low") && row.isEmpty("weeks_high")) {
            row.flaw("weeks_low", "a number of weeks here or in weeks_high", "");
        } else if (low.isPresent()
                && high.isPresent()
                && row.isSoundSince(mark)
                && low.getAsDouble() > high.getAsDouble()) {
            row.flaw("weeks_low", "at most weeks_high, " + row.raw("weeks_high"), "low and high are swapped");
        }
        return new PostedWait(date, products, low, high, row.grade("grade"), sources.of(row));
    }
}
