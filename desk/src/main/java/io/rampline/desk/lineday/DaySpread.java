package io.rampline.desk.lineday;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Levels the cars of a week over its days, and over the hours of each day as an order to begin with: heijunka by goal
 * chasing. Place by place that kind of car is taken that keeps the count of every model, trim and option nearest to an
 * even pace; among cars of a kind, who locked first is built first. O(cars x kinds x features).
 *
 * <p>Source: Monden, Toyota Production System, goal chasing method II.
 */
final class DaySpread {
    private final LineWeek week;
    private final DayRules rules;
    private final Map<Object, Integer> features = new LinkedHashMap<>();

    private DaySpread(LineWeek week, DayRules rules) {
        this.week = week;
        this.rules = rules;
    }

    /** Cars that nothing but name and colour tells apart. */
    private record Kind(String model, String trim, long bits) {}

    /** The cars of each day; every car of the week stands in one of them. */
    static List<List<LineCar>> of(LineWeek week, DayRules rules) {
        List<LineCar> levelled = new DaySpread(week, rules).level();
        List<List<LineCar>> days = new ArrayList<>();
        int from = 0;
        for (int cars : week.carsOfDays()) {
            days.add(levelled.subList(from, from + cars));
            from += cars;
        }
        return days;
    }

    private List<LineCar> level() {
        Map<Kind, Integer> numbers = new LinkedHashMap<>();
        List<Deque<LineCar>> waiting = new ArrayList<>();
        for (LineCar car : week.cars()) {
            Kind kind = new Kind(car.model(), car.trim(), rules.bits(car));
            int number = numbers.computeIfAbsent(kind, _ -> {
                waiting.add(new ArrayDeque<>());
                return waiting.size() - 1;
            });
            waiting.get(number).add(car);
        }
        int[][] featuresOf = numbers.keySet().stream().map(this::featuresOf).toArray(int[][]::new);
        long[] wanted = new long[features.size()];
        for (int kind = 0; kind < featuresOf.length; kind++) {
            for (int feature : featuresOf[kind]) {
                wanted[feature] += waiting.get(kind).size();
            }
        }
        return chase(waiting, featuresOf, wanted);
    }

    private int[] featuresOf(Kind kind) {
        List<Object> has = new ArrayList<>(List.of(kind, "model " + kind.model()));
        for (int r = 0; r < rules.spacings().size(); r++) {
            if ((kind.bits() >>> r & 1) != 0) {
                has.add(r);
            }
        }
        return has.stream()
                .mapToInt(feature -> features.computeIfAbsent(feature, _ -> features.size()))
                .toArray();
    }

    /** {@code behind} is cars x (due so far - taken so far): whole numbers, so that every machine finds the same. */
    private List<LineCar> chase(List<Deque<LineCar>> waiting, int[][] featuresOf, long[] wanted) {
        int cars = week.cars().size();
        long[] behind = new long[wanted.length];
        List<LineCar> levelled = new ArrayList<>();
        for (int place = 0; place < cars; place++) {
            for (int feature = 0; feature < behind.length; feature++) {
                behind[feature] += wanted[feature];
            }
            int best = -1;
            long bestCost = 0;
            for (int k = 0; k < featuresOf.length; k++) {
                if (waiting.get(k).isEmpty()) {
                    continue;
                }
                long cost = 0;
                for (int feature : featuresOf[k]) {
                    cost += cars - 2 * behind[feature];
                }
                if (best < 0 || cost < bestCost) {
                    best = k;
                    bestCost = cost;
                }
            }
            levelled.add(waiting.get(best).remove());
            for (int feature : featuresOf[best]) {
                behind[feature] -= cars;
            }
        }
        return levelled;
    }
}
