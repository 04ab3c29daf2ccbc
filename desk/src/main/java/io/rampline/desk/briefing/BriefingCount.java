package io.rampline.desk.briefing;

import io.rampline.desk.briefing.Briefing.CauseCount;
import io.rampline.desk.briefing.Briefing.Totals;
import io.rampline.desk.lineday.FirstDays;
import io.rampline.factory.Product;
import io.rampline.factory.Scenario;
import io.rampline.intake.PastOrders;
import io.rampline.promise.TimeOfBook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts a briefing from a promised book. O(orders + resources x weeks), and three more promisings of the book with the
 * expected orders behind it.
 */
public final class BriefingCount {
    private BriefingCount() {}

    /** Counts everything. */
    public static Briefing of(PromisedBook book) {
        Scenario scenario = book.scenario();
        LockWeekCount lockWeeks = new LockWeekCount(book);
        return new Briefing(
                scenario,
                book.asOfWeek(),
                totals(book),
                new WaitCount(book).waits(),
                causes(book),
                TimelineCount.of(book),
                lockWeeks.count(),
                LoadCount.loads(book),
                LoadCount.bindings(book),
                new OutlookCount(book).count(),
                deposits(book),
                Optional.empty(),
                book.counted(),
                FirstDays.of(book.engine(), scenario, book.contents().lineRules()),
                book.contents().outturn().explanations().stream()
                        .filter(words -> words.products().model().isEmpty())
                        .toList(),
                book.contents().sources());
    }

    private static Totals totals(PromisedBook book) {
        WeekCounts fromNow = new WeekCounts();
        for (int row = 0; row < book.size(); row++) {
            if (book.isPromised(row)) {
                fromNow.add(book.deliveryWeek(row) - book.asOfWeek().number());
            } else {
                fromNow.addBeyondHorizon();
            }
        }
        PastOrders history = book.contents().history();
        int delivered = 0;
        for (int row = 0; row < history.size(); row++) {
            delivered += history.end(row) == PastOrders.End.DELIVERED ? 1 : 0;
        }
        return new Totals(
                book.size(),
                fromNow.dated(),
                fromNow.beyondHorizon(),
                book.size() + history.size(),
                delivered,
                history.size() - delivered,
                fromNow);
    }

    private static List<CauseCount> causes(PromisedBook book) {
        int[] counts = new int[book.causes().size()];
        for (int row = 0; row < book.size(); row++) {
            counts[book.causeNumber(row)]++;
        }
        List<CauseCount> causes = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            causes.add(new CauseCount(book.causes().get(i), counts[i]));
        }
        causes.sort(Comparator.comparingInt((CauseCount count) -> -count.orders())
                .thenComparing(count -> count.cause().label()));
        return causes;
    }

    private static Deposits deposits(PromisedBook book) {
        Scenario scenario = book.scenario();
        // Days count from midnight: an order locked on the last day of the cooling-off period is still in it.
        long refundableFromDay =
                scenario.asOf().minusDays(scenario.deposits().coolingOffDays()).toEpochDay();
        Map<String, long[]> byModel = new LinkedHashMap<>();
        for (Product product : scenario.products()) {
            byModel.put(product.model(), new long[3]);
        }
        for (int row = 0; row < book.size(); row++) {
            long[] sums =
                    byModel.computeIfAbsent(book.orders().configuration(row).model(), _ -> new long[3]);
            long deposit = book.orders().depositMinor(row);
            boolean refundable = scenario.deposits().coolingOffDays() > 0
                    && TimeOfBook.day(book.orders().lockedAtMicros(row)).toEpochDay() > refundableFromDay;
            sums[0]++;
            sums[1] += deposit;
            sums[2] += refundable ? deposit : 0;
        }
        List<Deposits.OfModel> models = new ArrayList<>();
        byModel.forEach((model, sums) -> models.add(new Deposits.OfModel(model, (int) sums[0], sums[1], sums[2])));
        return new Deposits(
                models.stream().mapToLong(Deposits.OfModel::heldMinor).sum(),
                models.stream().mapToLong(Deposits.OfModel::refundableMinor).sum(),
                models);
    }
}
