package io.rampline.sequence.search;

import io.rampline.sequence.day.Aim;
import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.LineDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * An order to begin with that keeps bounds and paint batches, good or not. The order given is taken when it does,
 * except where colours are the first aim: then the cars are put into whole batches, which nearly always is the best
 * that can be had for this aim.
 *
 * <p>Bounds alone: of the cars that may stand at a place, the one that must be gone soonest; that finds an order when
 * there is one (Jackson, 1955). Batches alone: a colour is taken while the others still suffice to part it. With both,
 * batches that are too long are parted by exchanges; where that fails, {@link PlaceByPlace} seeks an order.
 */
final class FirstOrder {
    private final LineDay day;
    private final Line line;
    private final int cars;

    FirstOrder(LineDay day) {
        this.day = day;
        this.line = new Line(day);
        this.cars = day.cars().size();
    }

    int[] find() throws NoSequence {
        int[] given = new int[cars];
        for (int car = 0; car < cars; car++) {
            given[car] = car;
        }
        line.take(given);
        if (day.aims().getFirst() == Aim.COLOUR_CHANGES && !line.isPlacesBound()) {
            int[] batches = byBatches();
            line.take(batches);
            if (batchesKept()) {
                return batches;
            }
            line.take(given);
        }
        if (placesKept() && batchesKept()) {
            return given;
        }
        int[] order = line.isPlacesBound() ? bySoonestEnd() : byCommonestColour();
        line.take(order);
        partBatches();
        if (batchesKept()) {
            line.tell(order);
            return order;
        }
        PlaceByPlace seeking = new PlaceByPlace(line);
        if (seeking.find()) {
            return seeking.order();
        }
        String kept = (line.isPlacesBound() ? "keeps the places of all cars and " : "") + "has at most " + day.runMax()
                + " cars of one colour in a row";
        String said = seeking.isProven()
                ? ": no order is allowed, as none "
                : ": no order was found, though there may be one, that ";
        throw new NoSequence(day.name() + said + kept + ". Maybe let the batch be longer, or free some cars' places");
    }

    private boolean placesKept() {
        for (int place = line.first; place < line.end; place++) {
            if (!line.mayStand(line.carAt[place], place)) {
                return false;
            }
        }
        return true;
    }

    private boolean batchesKept() {
        for (int place = line.first; place < line.end; place++) {
            if (!line.runAllowedAt(place)) {
                return false;
            }
        }
        return true;
    }

    private int[] bySoonestEnd() throws NoSequence {
        List<Integer> byBegin = new ArrayList<>();
        for (int car = 0; car < cars; car++) {
            byBegin.add(car);
        }
        byBegin.sort(Comparator.comparingInt(car -> day.cars().get(car).earliest()));
        PriorityQueue<Integer> open = new PriorityQueue<>(
                Comparator.<Integer>comparingInt(car -> day.cars().get(car).latest())
                        .thenComparing(Comparator.naturalOrder()));
        int[] order = new int[cars];
        int next = 0;
        for (int place = 0; place < cars; place++) {
            while (next < cars && day.cars().get(byBegin.get(next)).earliest() <= place) {
                open.add(byBegin.get(next++));
            }
            Integer car = open.poll();
            if (car == null) {
                throw new NoSequence(day.name() + ": found no car that may stand at place " + (place + 1)
                        + ". Maybe let some cars stand earlier");
            }
            Car taken = day.cars().get(car);
            if (taken.latest() < place) {
                throw new NoSequence(day.name() + ": found no place for car " + taken.ident() + " up to "
                        + (taken.latest() + 1) + ". Maybe let some cars stand later");
            }
            order[place] = car;
        }
        return order;
    }

    /** Round after round a car of the colour of which most are left, unless it was just used up to its limit. */
    private int[] byCommonestColour() {
        List<List<Integer>> left = byColour();
        int[] order = new int[cars];
        int last = -1;
        int run = 0;
        for (int place = 0; place < cars; place++) {
            int most = -1;
            for (int colour = 0; colour < left.size(); colour++) {
                boolean usable = !left.get(colour).isEmpty() && (colour != last || run < day.runMax());
                if (usable
                        && (most < 0 || left.get(colour).size() > left.get(most).size())) {
                    most = colour;
                }
            }
            int colour = most < 0 ? last : most;
            run = colour == last ? run + 1 : 1;
            last = colour;
            order[place] = left.get(colour).removeLast();
        }
        return order;
    }

    /** The cars of each colour, in the order given when taken from the end. */
    private List<List<Integer>> byColour() {
        List<List<Integer>> cars = new ArrayList<>();
        for (int colour = 0; colour < line.colourKinds; colour++) {
            cars.add(new ArrayList<>());
        }
        for (int car = this.cars - 1; car >= 0; car--) {
            cars.get(line.colour[line.placeOf[car]]).add(car);
        }
        return cars;
    }

    /**
     * Whole batches: one of the colour of the day before if there is one, then of the colour of which most are left.
     */
    private int[] byBatches() {
        List<List<Integer>> left = byColour();
        int[] order = new int[cars];
        int last = -1;
        int next = line.colour[line.first - 1];
        if (next < 0 || left.get(next).isEmpty()) {
            next = commonestBut(last, left);
        }
        for (int place = 0; place < cars; next = commonestBut(last, left)) {
            for (int run = 0; run < day.runMax() && !left.get(next).isEmpty(); run++) {
                order[place++] = left.get(next).removeLast();
            }
            last = next;
        }
        return order;
    }

    /** The colour of which most are left, other than the last if there is another. */
    private static int commonestBut(int last, List<List<Integer>> left) {
        int most = -1;
        for (int colour = 0; colour < left.size(); colour++) {
            int cars = left.get(colour).size();
            if (colour != last && cars > (most < 0 ? 0 : left.get(most).size())) {
                most = colour;
            }
        }
        return most < 0 ? last : most;
    }

    private void partBatches() {
        for (int place = line.first; place < line.end; place++) {
            for (int other = line.first; other < line.end && !line.runAllowedAt(place); other++) {
                int i = Math.min(place, other);
                int k = Math.max(place, other);
                if (line.colour[i] != line.colour[k] && line.mayExchange(i, k)) {
                    line.exchange(i, k);
                }
            }
        }
    }
}
