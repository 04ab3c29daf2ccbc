package io.rampline.proving.world;

import io.rampline.factory.BillLine;
import io.rampline.factory.Configuration;
import io.rampline.factory.Currency;
import io.rampline.factory.DepositTerms;
import io.rampline.factory.Horizon;
import io.rampline.factory.Line;
import io.rampline.factory.Market;
import io.rampline.factory.MixLimit;
import io.rampline.factory.Option;
import io.rampline.factory.Part;
import io.rampline.factory.Product;
import io.rampline.factory.Quota;
import io.rampline.factory.Rules;
import io.rampline.factory.Scenario;
import io.rampline.factory.Selector;
import io.rampline.factory.Week;
import io.rampline.factory.WeeklyUnits;
import io.rampline.factory.WindowRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Factories so small that every order is in another one's way: some weeks, a few units, every kind of limit. */
final class SmallScenarios {
    private static final Week START = Week.parse("2026-W02");

    private final Chance chance;
    private final int weeks;

    private SmallScenarios(Chance chance) {
        this.chance = chance;
        this.weeks = chance.from(3, 10);
    }

    static Scenario next(Chance chance) {
        return new SmallScenarios(chance).scenario();
    }

    private Scenario scenario() {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("P", "L1", List.of("A", "B"), units(5, false)));
        if (chance.oneIn(2)) {
            lines.add(new Line("P", "L2", List.of("A", "B"), units(4, false)));
        }
        List<Part> parts = new ArrayList<>();
        List<BillLine> bill = new ArrayList<>();
        if (chance.oneIn(2)) {
            parts.add(new Part("pack", OptionalLong.empty(), chance.from(0, 5), units(6, false)));
            bill.add(new BillLine(
                    chance.oneIn(2) ? Selector.ANY : Selector.model("A"),
                    Optional.empty(),
                    "pack",
                    chance.from(1, 2),
                    -chance.from(0, 2)));
        }
        List<Market> markets = new ArrayList<>();
        markets.add(new Market("home", chance.from(0, 1), 0, units(6, true)));
        List<Quota> quotas = new ArrayList<>();
        if (chance.oneIn(2)) {
            markets.add(new Market("far", chance.from(0, 2), chance.from(0, 2), units(4, true)));
            if (chance.oneIn(2)) {
                Optional<String> reserved = chance.oneIn(2) ? Optional.of("L1") : Optional.empty();
                quotas.add(new Quota("far", Selector.ANY, units(3, false), reserved));
            }
        }
        List<MixLimit> mix = chance.oneIn(3)
                ? List.of(new MixLimit(Optional.of("L1"), Selector.model("A"), units(3, true)))
                : List.of();
        return new Scenario(
                "small",
                new Horizon(START, weeks),
                START.plus(-1).sunday(),
                new Currency("EUR", 2),
                "home",
                0.9,
                new Rules(chance.from(0, 2), chance.from(0, 2), chance.from(0, 3), List.of("first", "second"), 24),
                new WindowRule(0, 3, 0),
                products(lines),
                lines,
                parts,
                bill,
                List.of(new Option("o", Selector.ANY, 0, units(3, true))),
                mix,
                markets,
                quotas,
                List.of(),
                new DepositTerms(0, 0, new TreeMap<>()));
    }

    private List<Product> products(List<Line> lines) {
        List<String> names = lines.stream().map(Line::name).toList();
        List<Product> products = new ArrayList<>();
        for (String model : List.of("A", "B")) {
            products.add(new Product(
                    model, "x", 100, OptionalLong.empty(), 0, chance.oneIn(2) ? names : List.of(chance.oneOf(names))));
        }
        return products;
    }

    private WeeklyUnits units(int most, boolean oftenUnlimited) {
        int[] units = new int[weeks];
        int last = chance.from(0, most);
        for (int week = 0; week < weeks; week++) {
            last = chance.oneIn(3) ? chance.from(0, most) : last;
            units[week] = oftenUnlimited && !chance.oneIn(3) ? WeeklyUnits.UNLIMITED : last;
        }
        return WeeklyUnits.of(units);
    }

    static Configuration configuration(Chance chance, Scenario scenario) {
        String market =
                chance.oneIn(30) ? "nowhere" : chance.oneOf(scenario.markets()).name();
        String model = chance.oneIn(40) ? "Z" : chance.oneOf(List.of("A", "B"));
        return new Configuration(market, model, "x", chance.oneIn(4) ? List.of("o") : List.of());
    }
}
