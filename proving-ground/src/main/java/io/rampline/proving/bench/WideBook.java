package io.rampline.proving.bench;

import io.rampline.factory.BillLine;
import io.rampline.factory.Configuration;
import io.rampline.factory.Currency;
import io.rampline.factory.DepositTerms;
import io.rampline.factory.Horizon;
import io.rampline.factory.Line;
import io.rampline.factory.Market;
import io.rampline.factory.MixLimit;
import io.rampline.factory.Network;
import io.rampline.factory.Option;
import io.rampline.factory.Part;
import io.rampline.factory.Product;
import io.rampline.factory.Rules;
import io.rampline.factory.Scenario;
import io.rampline.factory.Selector;
import io.rampline.factory.Week;
import io.rampline.factory.WeeklyUnits;
import io.rampline.factory.WindowRule;
import io.rampline.promise.Order;
import io.rampline.promise.OrderTable;
import io.rampline.promise.PromiseEngine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A book over 60 resources and 520 weeks, ten years full: 4 lines, 8 mix limits, 24 option limits, 22 parts, 2
 * transports. An order needs a line or another, its mix limit, up to two option limits with their parts, four more
 * parts and transport: 7 to 11 resources.
 */
final class WideBook {
    static final int WEEKS = 520;
    static final int RESOURCES = 60;

    private WideBook() {}

    static PromiseEngine engine(int orders) {
        SplittableRandom random = new SplittableRandom(60);
        Network network = Network.of(scenario(orders, random));
        if (network.resources().size() != RESOURCES) {
            throw new IllegalStateException(
                    "found " + network.resources().size() + " resources, expected " + RESOURCES);
        }
        PromiseEngine engine = new PromiseEngine(network);
        engine.load(table(orders, random));
        return engine;
    }

    private static Scenario scenario(int orders, SplittableRandom random) {
        int weekly = Math.max(8, orders / 480);
        List<Line> lines = new ArrayList<>();
        List<Product> products = new ArrayList<>();
        List<MixLimit> mix = new ArrayList<>();
        List<Option> options = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        List<BillLine> bill = new ArrayList<>();
        for (int line = 0; line < 4; line++) {
            lines.add(new Line("P", "L" + line, List.of("M0", "M1", "M2", "M3"), around(weekly / 4 + 1, random)));
        }
        for (int model = 0; model < 4; model++) {
            for (int trim = 0; trim < 2; trim++) {
                String own = "L" + model;
                String other = "L" + (model + 1) % 4;
                products.add(new Product("M" + model, "T" + trim, 0, OptionalLong.empty(), 0, List.of(own, other)));
                mix.add(new MixLimit(
                        Optional.empty(), Selector.trim("M" + model, "T" + trim), around(weekly / 7 + 1, random)));
            }
        }
        for (int option = 0; option < 24; option++) {
            options.add(new Option("O" + option, Selector.ANY, 0, around(weekly / 7 + 1, random)));
        }
        addParts(weekly, random, parts, bill);
        return new Scenario(
                "wide",
                new Horizon(Week.of(LocalDate.of(2026, 1, 5)), WEEKS),
                LocalDate.of(2026, 1, 4),
                new Currency("EUR", 2),
                "home",
                0.9,
                new Rules(0, 0, 0, List.of("standard"), 24),
                new WindowRule(0, 0, 0),
                products,
                lines,
                parts,
                bill,
                options,
                mix,
                List.of(
                        new Market("home", 0, 0, around(weekly, random)),
                        new Market("far", 4, 0, around(weekly / 5 + 1, random))),
                List.of(),
                List.of(),
                new DepositTerms(0, 0, new TreeMap<>()));
    }

    private static void addParts(int weekly, SplittableRandom random, List<Part> parts, List<BillLine> bill) {
        for (int part = 0; part < 22; part++) {
            boolean every = part < 4;
            parts.add(new Part(
                    "P" + part, OptionalLong.empty(), 100, around(every ? weekly + 1 : weekly / 17 + 1, random)));
            if (every) {
                bill.add(new BillLine(Selector.ANY, Optional.empty(), "P" + part, 1, 0));
            } else {
                bill.add(new BillLine(Selector.model("M" + part % 4), Optional.of("O" + part), "P" + part, 1, -1));
            }
        }
    }

    /** Units that vary by a tenth from week to week. */
    private static WeeklyUnits around(int units, SplittableRandom random) {
        int[] weeks = new int[WEEKS];
        for (int week = 0; week < WEEKS; week++) {
            weeks[week] = units - units / 10 + random.nextInt(units / 5 + 1);
        }
        return WeeklyUnits.of(weeks);
    }

    private static OrderTable table(int orders, SplittableRandom random) {
        OrderTable.Builder table = OrderTable.builder();
        for (int i = 0; i < orders; i++) {
            List<String> options = new ArrayList<>();
            for (int wanted = random.nextInt(3); wanted > 0; wanted--) {
                options.add("O" + (int) (24 * random.nextDouble() * random.nextDouble()));
            }
            Configuration configuration = new Configuration(
                    random.nextInt(6) == 0 ? "far" : "home", "M" + random.nextInt(4), "T" + random.nextInt(2), options);
            table.add(
                    Integer.toString(i),
                    i,
                    0,
                    table.number(configuration),
                    Order.AS_SOON_AS_POSSIBLE,
                    OrderTable.NEVER_PROMISED,
                    0);
        }
        return table.build();
    }
}
