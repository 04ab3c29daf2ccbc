package io.rampline.proving.world;

import io.rampline.factory.Currency;
import io.rampline.factory.DepositTerms;
import io.rampline.factory.Horizon;
import io.rampline.factory.Line;
import io.rampline.factory.Market;
import io.rampline.factory.Product;
import io.rampline.factory.Rules;
import io.rampline.factory.Scenario;
import io.rampline.factory.Week;
import io.rampline.factory.WeeklyUnits;
import io.rampline.factory.WindowRule;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Two lines of two units a week, one model, nothing else limited. */
final class TwoLines {
    private static final int WEEKS = 20;

    private TwoLines() {}

    static Scenario scenario() {
        int[] two = new int[WEEKS];
        Arrays.fill(two, 2);
        int[] unlimited = new int[WEEKS];
        Arrays.fill(unlimited, WeeklyUnits.UNLIMITED);
        Week start = Week.parse("2026-W02");
        return new Scenario(
                "two lines",
                new Horizon(start, WEEKS),
                start.plus(-1).sunday(),
                new Currency("EUR", 2),
                "home",
                0.9,
                new Rules(1, 1, 2, List.of("first", "second"), 24),
                new WindowRule(0, 3, 0),
                List.of(new Product("A", "x", 100, OptionalLong.empty(), 0, List.of("L1", "L2"))),
                List.of(
                        new Line("P", "L1", List.of("A"), WeeklyUnits.of(two)),
                        new Line("P", "L2", List.of("A"), WeeklyUnits.of(two))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Market("home", 0, 0, WeeklyUnits.of(unlimited))),
                List.of(),
                List.of(),
                new DepositTerms(0, 0, new TreeMap<>()));
    }
}
