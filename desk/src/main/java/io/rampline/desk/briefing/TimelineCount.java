package io.rampline.desk.briefing;

import io.rampline.desk.briefing.Timeline.ModelWeeks;
import io.rampline.factory.Product;
import io.rampline.factory.Week;
import io.rampline.intake.PastOrders;
import io.rampline.promise.TimeOfBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lays locks, cancellations and deliveries on weeks, by model. */
final class TimelineCount {
    /** Earlier weeks are folded into the first: a chart of more than ten years says nothing. */
    private static final int PAST_WEEKS_MAX = 520;

    private TimelineCount() {}

    /** What is counted of one model. */
    private static final class Tally {
        final int[] locked;
        final int[] cancelled;
        final int[] delivered;

        Tally(int weeks) {
            this.locked = new int[weeks];
            this.cancelled = new int[weeks];
            this.delivered = new int[weeks];
        }

        ModelWeeks weeks(String model) {
            int[] bank = new int[locked.length];
            int open = 0;
            for (int week = 0; week < bank.length; week++) {
                open += locked[week] - cancelled[week] - delivered[week];
                bank[week] = open;
            }
            return new ModelWeeks(
                    model, Weekly.of(locked), Weekly.of(cancelled), Weekly.of(delivered), Weekly.of(bank));
        }
    }

    static Timeline of(PromisedBook book) {
        Week asOf = book.asOfWeek();
        int first = Math.max(firstWeek(book), asOf.number() - PAST_WEEKS_MAX + 1);
        int last = lastWeek(book);
        int weeks = last - first + 1;
        Map<String, Tally> models = new LinkedHashMap<>();
        for (Product product : book.scenario().products()) {
            models.computeIfAbsent(product.model(), _ -> new Tally(weeks));
        }
        countPast(book.contents().history(), models, first);
        for (int row = 0; row < book.size(); row++) {
            Tally model = models.get(book.orders().configuration(row).model());
            if (model != null) {
                model.locked[Math.max(0, book.lockWeek(row) - first)]++;
                if (book.isPromised(row)) {
                    model.delivered[book.deliveryWeek(row) - first]++;
                }
            }
        }
        List<ModelWeeks> list = new ArrayList<>();
        models.forEach((name, model) -> list.add(model.weeks(name)));
        return new Timeline(new Week(first), asOf.number() - first + 1, weeks, list);
    }

    private static void countPast(PastOrders history, Map<String, Tally> models, int first) {
        for (int row = 0; row < history.size(); row++) {
            Tally model = models.get(history.configuration(row).model());
            if (model != null) {
                model.locked[Math.max(0, week(history.lockedDay(row)) - first)]++;
                int end = Math.max(0, week(history.endDay(row)) - first);
                (history.end(row) == PastOrders.End.CANCELLED ? model.cancelled : model.delivered)[end]++;
            }
        }
    }

    static int week(int day) {
        return Week.of(LocalDate.ofEpochDay(day)).number();
    }

    private static int firstWeek(PromisedBook book) {
        int first = book.asOfWeek().number();
        PastOrders history = book.contents().history();
        for (int row = 0; row < history.size(); row++) {
            first = Math.min(first, week(history.lockedDay(row)));
        }
        for (int row = 0; row < book.size(); row++) {
            first = Math.min(
                    first, TimeOfBook.week(book.orders().lockedAtMicros(row)).number());
        }
        return first;
    }

    /** The last promised delivery; the whole horizon when some orders find no week in it. */
    private static int lastWeek(PromisedBook book) {
        int last = book.asOfWeek().number() + 1;
        for (int row = 0; row < book.size(); row++) {
            last = Math.max(
                    last,
                    book.isPromised(row)
                            ? book.deliveryWeek(row)
                            : book.horizon().start().number() + book.horizon().weeks() - 1);
        }
        return last;
    }
}
