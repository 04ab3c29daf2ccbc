package io.rampline.desk.lineday;

import java.util.ArrayList;
import java.util.List;

/** Moves cars whose parts come late to a later day of their week, each in exchange for the car most like it there. */
final class LateDays {
    private static final int OTHER_PRODUCT = 100;

    private LateDays() {}

    static List<List<LineCar>> apply(List<List<LineCar>> days, List<PlaceWish> wishes, DayRules rules) {
        List<List<LineCar>> moved = new ArrayList<>();
        days.forEach(day -> moved.add(new ArrayList<>(day)));
        for (PlaceWish one : wishes) {
            if (one.day().isPresent() && one.day().getAsInt() <= moved.size()) {
                move(moved, one.orderId(), one.day().getAsInt() - 1, wishes, rules);
            }
        }
        return moved;
    }

    private static void move(List<List<LineCar>> days, String orderId, int to, List<PlaceWish> wishes, DayRules rules) {
        for (int from = 0; from < to; from++) {
            for (int at = 0; at < days.get(from).size(); at++) {
                LineCar car = days.get(from).get(at);
                if (car.orderId().equals(orderId)) {
                    int other = mostLike(car, days.get(to), wishes, rules);
                    if (other >= 0) {
                        days.get(from).set(at, days.get(to).set(other, car));
                    }
                    return;
                }
            }
        }
    }

    private static int mostLike(LineCar car, List<LineCar> others, List<PlaceWish> wishes, DayRules rules) {
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
