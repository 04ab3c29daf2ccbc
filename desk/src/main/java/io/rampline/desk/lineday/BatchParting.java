package io.rampline.desk.lineday;

import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.LineDay;
import java.util.Collections;
import java.util.List;

/** Parts runs of one colour that became too long when cars dropped out: each by an exchange with a car close by. */
final class BatchParting {
    private final LineDay day;
    private final List<Integer> order;

    private BatchParting(LineDay day, List<Integer> order) {
        this.day = day;
        this.order = order;
    }

    /** Changes the order where it must be changed; what cannot be parted is left as it is. */
    static void part(LineDay day, List<Integer> order) {
        BatchParting parting = new BatchParting(day, order);
        int run = 0;
        for (int place = 0; place < order.size(); place++) {
            run = place > 0 && parting.colour(place - 1) == parting.colour(place) ? run + 1 : 1;
            if (run > day.runMax() && parting.exchange(place)) {
                run = 1;
            }
        }
    }

    private int colour(int place) {
        return car(place).colour();
    }

    private Car car(int place) {
        return day.cars().get(order.get(place));
    }

    private boolean exchange(int place) {
        for (int distance = 1; distance < order.size(); distance++) {
            for (int other : new int[] {place + distance, place - distance}) {
                if (other >= 0 && other < order.size() && colour(other) != colour(place)) {
                    Collections.swap(order, place, other);
                    if (mayStand(place)
                            && mayStand(other)
                            && run(place) <= day.runMax()
                            && run(other) <= day.runMax()) {
                        return true;
                    }
                    Collections.swap(order, place, other);
                }
            }
        }
        return false;
    }

    private boolean mayStand(int place) {
        return place >= car(place).earliest() && place <= car(place).latest();
    }

    private int run(int place) {
        int from = place;
        while (from > 0 && colour(from - 1) == colour(place)) {
            from--;
        }
        int to = place;
        while (to + 1 < order.size() && colour(to + 1) == colour(place)) {
            to++;
        }
        return to - from + 1;
    }
}
