package io.rampline.desk.briefing.file;

import io.rampline.desk.briefing.Cause;
import io.rampline.desk.briefing.CountedWindows;
import io.rampline.desk.briefing.PromisedBook;
import io.rampline.factory.Week;
import io.rampline.factory.WindowRule;
import io.rampline.simulation.window.Window;
import io.rampline.simulation.window.Windows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The promises row by row as they stand in the files: weeks are ISO weeks, empty beyond the horizon.
 *
 * <p>The window comes from futures where they have been counted; it has no end where that may lie beyond the horizon.
 * Otherwise it is the scenario's rule around the delivery week and has no probability; it does not begin before the
 * week after the briefing.
 */
final class PromiseRows {
    /** Every name is at most this many weeks before or after the horizon: transit and the window reach beyond it. */
    private static final int WEEKS_AROUND = 1200;

    static final List<String> COLUMNS = List.of(
            "order_id",
            "line",
            "build_week",
            "delivery_week",
            "window_early",
            "window_late",
            "window_probability",
            "binding");

    private final PromisedBook book;
    private final WindowRule window;
    private final @Nullable Windows counted;
    private final int firstNamed;
    private final String[] weekNames;
    private final String[] causeLabels;

    PromiseRows(PromisedBook book) {
        this.book = book;
        this.window = book.scenario().windowRule();
        this.counted = book.counted().map(CountedWindows::windows).orElse(null);
        this.firstNamed = book.asOfWeek().number() - 1;
        this.weekNames = new String[WEEKS_AROUND];
        for (int i = 0; i < weekNames.length; i++) {
            weekNames[i] = new Week(firstNamed + i).toString();
        }
        this.causeLabels = book.causes().stream().map(Cause::label).toArray(String[]::new);
    }

    int size() {
        return book.size();
    }

    String id(int row) {
        return book.orders().id(row);
    }

    boolean isPromised(int row) {
        return book.isPromised(row);
    }

    String line(int row) {
        return book.engine().line(row);
    }

    String buildWeek(int row) {
        return name(book.buildWeek(row));
    }

    String deliveryWeek(int row) {
        return name(book.deliveryWeek(row));
    }

    String windowEarly(int row) {
        if (counted != null) {
            return counted(counted.ofRow(row).earlyBucket());
        }
        int earliest = Math.min(book.deliveryWeek(row), book.asOfWeek().number() + 1);
        return name(Math.max(earliest, book.deliveryWeek(row) - window.earlyWeeks()));
    }

    String windowLate(int row) {
        if (counted != null) {
            return counted(counted.ofRow(row).lateBucket());
        }
        int delivery = book.deliveryWeek(row);
        return name(delivery + window.lateBy(delivery - book.asOfWeek().number()));
    }

    /** Share of the futures inside the window; empty for a window by the rule. */
    String windowProbability(int row) {
        return counted == null ? "" : ShareText.of(counted.ofRow(row).probability());
    }

    private String counted(int bucket) {
        return bucket == Window.BEYOND_HORIZON
                ? ""
                : name(book.horizon().start().number() + bucket);
    }

    String binding(int row) {
        return isPromised(row) ? causeLabels[book.causeNumber(row)] : "beyond horizon";
    }

    private String name(int week) {
        int at = week - firstNamed;
        return at >= 0 && at < weekNames.length ? weekNames[at] : new Week(week).toString();
    }
}
