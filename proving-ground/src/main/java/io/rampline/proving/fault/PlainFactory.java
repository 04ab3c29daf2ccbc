package io.rampline.proving.fault;

import io.rampline.factory.BillLine;
import io.rampline.factory.Configuration;
import io.rampline.factory.Currency;
import io.rampline.factory.DepositTerms;
import io.rampline.factory.Horizon;
import io.rampline.factory.Line;
import io.rampline.factory.Market;
import io.rampline.factory.Network;
import io.rampline.factory.Part;
import io.rampline.factory.Product;
import io.rampline.factory.Rules;
import io.rampline.factory.Scenario;
import io.rampline.factory.Selector;
import io.rampline.factory.Week;
import io.rampline.factory.WeeklyUnits;
import io.rampline.factory.WindowRule;
import io.rampline.orderbook.DurableBook;
import io.rampline.promise.Order;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * One line, one model, one part that every unit needs a week before: the same in every process that proves something.
 */
public final class PlainFactory {
    private static final int WEEKS = 100;

    private PlainFactory() {}

    /**
     * The factory.
     *
     * @param unitsAWeek of the line; the part comes in somewhat greater numbers
     */
    public static Network network(int unitsAWeek) {
        int[] units = new int[WEEKS];
        Arrays.fill(units, unitsAWeek);
        int[] arrivals = new int[WEEKS];
        Arrays.fill(arrivals, unitsAWeek + 1);
        int[] unlimited = new int[WEEKS];
        Arrays.fill(unlimited, WeeklyUnits.UNLIMITED);
        Week start = Week.parse("2026-W02");
        return Network.of(new Scenario(
                "plain",
                new Horizon(start, WEEKS),
                start.plus(-1).sunday(),
                new Currency("EUR", 2),
                "home",
                0.9,
                new Rules(1, 1, 2, List.of("first", "second"), 24),
                new WindowRule(0, 3, 0),
                List.of(new Product("A", "x", 100, OptionalLong.empty(), 0, List.of("L"))),
                List.of(new Line("P", "L", List.of("A"), WeeklyUnits.of(units))),
                List.of(new Part("pack", OptionalLong.empty(), unitsAWeek, WeeklyUnits.of(arrivals))),
                List.of(new BillLine(Selector.ANY, Optional.empty(), "pack", 1, -1)),
                List.of(),
                List.of(),
                List.of(new Market("home", 0, 0, WeeklyUnits.of(unlimited))),
                List.of(),
                List.of(),
                new DepositTerms(0, 0, new TreeMap<>())));
    }

    /** An order that takes whatever week comes first. */
    static Order order(String id) {
        return order(id, Order.AS_SOON_AS_POSSIBLE);
    }

    static Order order(String id, int earliestBucket) {
        return new Order(id, DurableBook.NOW, 0, new Configuration("home", "A", "x", List.of()), earliestBucket, 0);
    }
}
