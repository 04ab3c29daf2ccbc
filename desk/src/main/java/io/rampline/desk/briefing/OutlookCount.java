package io.rampline.desk.briefing;

import io.rampline.desk.briefing.Outlook.Course;
import io.rampline.desk.briefing.Outlook.TrimCourse;
import io.rampline.factory.Configuration;
import io.rampline.factory.DemandForecast;
import io.rampline.factory.Product;
import io.rampline.factory.WeeklyUnits;
import io.rampline.promise.Answer;
import io.rampline.promise.Command;
import io.rampline.promise.OrderTable;
import io.rampline.promise.Promise;
import io.rampline.promise.PromiseEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Looks ahead: what an order of a coming week would be told, when nobody orders any more and when orders come as
 * expected.
 *
 * <p>With expected orders the book is promised once more with them behind it, each from the week in which it is
 * expected; later orders take nothing from earlier ones, so the date of a week's first order is what it would be told
 * in that week. Nobody is assumed to cancel.
 */
final class OutlookCount {
    /** Expected orders beyond this are not looked at: they would cost minutes and change nothing within the horizon. */
    static final int EXPECTED_ORDERS_MAX = 6_000_000;

    private final PromisedBook book;
    private final int firstBucket;
    private final int weeks;
    private final List<Trim> trims = new ArrayList<>();

    OutlookCount(PromisedBook book) {
        this.book = book;
        this.firstBucket = book.asOfWeek().since(book.horizon().start());
        this.weeks = Math.max(0, book.horizon().weeks() - firstBucket);
        for (Product product : book.scenario().products()) {
            trims.add(new Trim(product.model(), product.trim(), book.scenario().homeMarket()));
        }
    }

    Outlook count() {
        Course unordered = unordered();
        // Each course has an engine of its own; the order of the list does not depend on which is done first.
        List<Function<DemandForecast, WeeklyUnits>> forecasts =
                book.scenario().openDemand().isEmpty()
                        ? List.of()
                        : List.of(DemandForecast::low, DemandForecast::mid, DemandForecast::high);
        List<Course> expected = forecasts.parallelStream()
                .map(forecast -> expected(forecast, unordered))
                .toList();
        return new Outlook(book.asOfWeek(), unordered, expected);
    }

    private Course unordered() {
        List<TrimCourse> courses = new ArrayList<>();
        for (Trim trim : trims) {
            int[] quoted = new int[weeks];
            boolean offered = true;
            for (int week = 0; week < weeks && offered; week++) {
                quoted[week] = quote(trim, firstBucket + week);
                offered = quoted[week] != Outlook.NO_ORDER;
            }
            if (offered) {
                courses.add(new TrimCourse(trim, Weekly.of(quoted)));
            }
        }
        int[] added = new int[weeks];
        int[] gone = new int[weeks];
        for (int row = 0; row < book.size(); row++) {
            countDelivery(
                    gone, book.isPromised(row) ? deliveryIndex(book.engine().deliveryBucket(row)) : -1);
        }
        return course(courses, added, gone);
    }

    private int quote(Trim trim, int bucket) {
        Configuration configuration = new Configuration(trim.market(), trim.model(), trim.name(), List.of());
        // Asked for delivery no earlier than a build in that week: nobody gets a unit built before the order.
        int transit = book.scenario()
                .findMarket(trim.market())
                .map(market -> market.transitWeeks())
                .orElse(0);
        return switch (book.engine().apply(new Command.Quote(configuration, bucket + transit))) {
            case Answer.Quoted(Promise.Dated dated) -> dated.deliveryBucket() - bucket;
            case Answer.Quoted(Promise.BeyondHorizon _) -> Outlook.BEYOND_HORIZON;
            case Answer _ -> Outlook.NO_ORDER;
        };
    }

    private Course expected(Function<DemandForecast, WeeklyUnits> forecast, Course unordered) {
        ExpectedOrders expected = ExpectedOrders.of(book, forecast, Math.max(0, firstBucket + 1), EXPECTED_ORDERS_MAX);
        PromiseEngine engine = new PromiseEngine(book.engine().network());
        engine.load(book.orders());
        OrderTable table = expected.orders();
        engine.load(table);
        engine.promiseAll();
        int[][] first = new int[trims.size()][weeks];
        for (int[] trim : first) {
            Arrays.fill(trim, Outlook.NO_ORDER);
        }
        // Today nobody knows yet which forecast comes true.
        for (TrimCourse course : unordered.trims()) {
            first[trims.indexOf(course.trim())][0] = course.quoted().whole(0);
        }
        int[] trimNumbers = table.configurations().stream()
                .mapToInt(configuration -> trims.indexOf(Trim.of(configuration)))
                .toArray();
        int[] added = new int[weeks];
        int[] gone = new int[weeks];
        for (int row = 0; row < book.size(); row++) {
            countDelivery(gone, deliveryIndex(engine.deliveryBucket(row)));
        }
        for (int i = 0; i < table.size(); i++) {
            int delivery = engine.deliveryBucket(book.size() + i);
            int week = expected.bucket(i) - firstBucket;
            added[week]++;
            countDelivery(gone, deliveryIndex(delivery));
            int trim = trimNumbers[table.configurationNumber(i)];
            if (trim >= 0 && first[trim][week] == Outlook.NO_ORDER) {
                first[trim][week] = delivery < 0 ? Outlook.BEYOND_HORIZON : delivery - expected.bucket(i);
            }
        }
        List<TrimCourse> courses = new ArrayList<>();
        for (int trim = 0; trim < trims.size(); trim++) {
            courses.add(new TrimCourse(trims.get(trim), Weekly.of(first[trim])));
        }
        return course(courses, added, gone);
    }

    private int deliveryIndex(int deliveryBucket) {
        return deliveryBucket < 0 ? -1 : deliveryBucket - firstBucket;
    }

    private static void countDelivery(int[] gone, int index) {
        if (index >= 0 && index < gone.length) {
            gone[index]++;
        }
    }

    private Course course(List<TrimCourse> courses, int[] added, int[] gone) {
        int[] bank = new int[weeks];
        int[] longest = new int[weeks];
        int open = book.size();
        for (int week = 0; week < weeks; week++) {
            open += added[week] - gone[week];
            bank[week] = open;
            longest[week] = longest(courses, week);
        }
        return new Course(Weekly.of(bank), Weekly.of(longest), courses);
    }

    /** Beyond the horizon is longer than any date. */
    private static int longest(List<TrimCourse> courses, int week) {
        int longest = Outlook.NO_ORDER;
        for (TrimCourse course : courses) {
            int quoted = course.quoted().whole(week);
            if (quoted == Outlook.BEYOND_HORIZON) {
                return quoted;
            }
            longest = Math.max(longest, quoted);
        }
        return longest;
    }
}
