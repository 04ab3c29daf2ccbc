package io.rampline.desk.lineday;

import java.util.ArrayList;
import java.util.List;

/**
 * Moves cars whose parts come late to a later day of their week, each in exchange for the car most like it there; where
 * none may be exchanged, to a place that the day has left.
 */
final class LateDays {
    private static final int OTHER_PRODUCT = 100;

    private final LineWeek week;
    private final List<List<LineCar>> days;
    private final List<PlaceWish> wishes;
    private final DayRules rules;

    private LateDays(LineWeek week, List<List<LineCar>> days, List<PlaceWish> wishes, DayRules rules) {
        this.week = week;
        this.days = days;
        this.wishes = wishes;
        this.rules = rules;
    }

    /**
     * The cars of each day.
     *
     * @throws CannotMove when a day has neither a car to exchange nor a place left
     */
    static List<List<LineCar>> apply(LineWeek week, List<List<LineCar>> days, List<PlaceWish> wishes, DayRules rules) {
        List<List<LineCar>> moved = new ArrayList<>();
        days.forEach(day -> moved.add(new ArrayList<>(day)));
        LateDays late = new LateDays(week, moved, wishes, rules);
        for (PlaceWish one : wishes) {
            if (one.day().isPresent() && one.day().getAsInt() <= moved.size()) {
                late.move(one.orderId(), one.day().getAsInt() - 1);
            }
        }
        return moved;
    }

    private void move(String orderId, int to) {
        for (int from = 0; from < to; from++) {
            List<LineCar> day = days.get(from);
            for (int at = 0; at < day.size(); at++) {
                if (day.get(at).orderId().equals(orderId)) {
                    exchange(day, at, to);
                    return;
                }
            }
        }
    }

    private void exchange(List<LineCar> day, int at, int to) {
        LineCar car = day.get(at);
        List<LineCar> there = days.get(to);
        int other = mostLike(car, there);
        if (other >= 0) {
            day.set(at, there.set(other, car));
        } else if (there.size() < week.dayUnits().get(to)) {
            there.add(day.remove(at));
        } else {
            throw new CannotMove("found no place for " + car.orderId() + " on day " + (to + 1) + " of " + week.week()
                    + " on line " + week.line() + ": the day builds "
                    + week.dayUnits().get(to)
                    + ", and every car on it has a wish of its own. Maybe name a later day");
        }
    }

    private int mostLike(LineCar car, List<LineCar> others) {
        int best = -1;
        int bestDistance = Integer.MAX_VALUE;
        for (int other = 0; other < others.size(); other++) {
            LineCar there = others.get(other);
            if (wishes.stream().anyMatch(one -> one.orderId().equals(there.orderId()))) {
                continue;
            }
            boolean sameProduct =
                    there.model().equals(car.model()) && there.trim().equals(car.trim());
            int distance = 2 * Long.bitCount(rules.bits(car) ^ rules.bits(there))
                    + (sameProduct ? 0 : OTHER_PRODUCT)
                    + (there.colour().equals(car.colour()) ? 0 : 1);
            if (distance < bestDistance) {
                best = other;
                bestDistance = distance;
            }
        }
        return best;
    }
}
