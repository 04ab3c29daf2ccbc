package io.rampline.simulation.loading;

import io.rampline.factory.Cancellations;
import io.rampline.factory.Configuration;
import io.rampline.factory.Currency;
import io.rampline.factory.DepositTerms;
import io.rampline.factory.Horizon;
import io.rampline.factory.Line;
import io.rampline.factory.Market;
import io.rampline.factory.Planning;
import io.rampline.factory.Product;
import io.rampline.factory.Rules;
import io.rampline.factory.Scenario;
import io.rampline.factory.WaitCost;
import io.rampline.factory.Week;
import io.rampline.factory.WeeklyUnits;
import io.rampline.factory.WindowRule;
import io.rampline.promise.Order;
import io.rampline.promise.OrderTable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The smallest plant: one line, one car, one market. */
public final class OneLine {
    private OneLine() {}

    public static Scenario scenario(int weeks, int unitsPerWeek, Cancellations cancellations) {
        Week start = Week.parse("2026-W02");
        return new Scenario(
                "one line",
                new Horizon(start, weeks),
                start.plus(-1).sunday(),
                new Currency("EUR", 2),
                "home",
                0.9,
                new Rules(0, 0, 0, List.of("standard"), 24),
                new WindowRule(0, 3, 0),
                List.of(new Product("A", "x", 100, OptionalLong.empty(), 0, List.of("L1"))),
                List.of(new Line("P", "L1", List.of("A"), WeeklyUnits.constant(weeks, unitsPerWeek))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Market("home", 0, 0, WeeklyUnits.constant(weeks, WeeklyUnits.UNLIMITED))),
                List.of(),
                List.of(),
                new DepositTerms(0, 0, new TreeMap<>()),
                new Planning(
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        cancellations,
                        WaitCost.NONE,
                        List.of()));
    }

    public static OrderTable book(int orders) {
        OrderTable.Builder table = OrderTable.builder();
        int number = table.number(new Configuration("home", "A", "x", List.of()));
        for (int i = 0; i < orders; i++) {
            table.add("o" + i, i, 0, number, Order.AS_SOON_AS_POSSIBLE, OrderTable.NEVER_PROMISED, 0);
        }
        return table.build();
    }
}
