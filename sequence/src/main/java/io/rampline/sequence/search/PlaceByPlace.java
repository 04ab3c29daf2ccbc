package io.rampline.sequence.search;

import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.LineDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Seeks an order that keeps places and batches, both at once: place by place, going back where it leads nowhere.
 *
 * <p>Which colour comes next is all there is to choose: of the cars of one colour that may stand at a place, the one
 * that must be gone soonest is always right, for in an order with another one there the two could change places
 * (Jackson, 1955). A colour is not tried where afterwards some car would come late, or where the cars of other colours
 * would not suffice to part those that are left of one. When all has been tried in vain, no order is allowed. Small
 * days come that far; on larger ones the steps run out, and are spent on several rounds that try the colours otherwise.
 *
 * <p>A step is O(cars); there is a limited number of them. The same day gives the same order.
 */
final class PlaceByPlace {
    /** Cars looked at in all rounds: a second or two. */
    private static final long WORK_MAX = 36_000_000;

    private static final int ROUNDS = 12;
    private static final long SEED = 1;

    private final LineDay day;
    private final int cars;
    private final int[] earliest;
    private final int[] latest;
    private final int[] colour;
    private final List<List<Integer>> ofColour = new ArrayList<>();
    private final List<Integer> bound = new ArrayList<>();
    private final Dice dice = new Dice(SEED);

    private final boolean[] isTaken;
    private final int[] left;
    private final int[] order;
    private final int[] run;
    private final int[][] toTry;
    private final int[] tried;
    private boolean isProven;
    private long work;
    private int round;

    /** @param line with the cars in any order */
    PlaceByPlace(Line line) {
        day = line.day;
        cars = day.cars().size();
        earliest = day.cars().stream().mapToInt(Car::earliest).toArray();
        latest = day.cars().stream()
                .mapToInt(car -> Math.min(car.latest(), cars - 1))
                .toArray();
        colour = new int[cars];
        left = new int[line.colourKinds];
        for (int c = 0; c < left.length; c++) {
            ofColour.add(new ArrayList<>());
        }
        for (int car = 0; car < cars; car++) {
            colour[car] = line.colour[line.placeOf[car]];
            ofColour.get(colour[car]).add(car);
            if (earliest[car] > 0 || latest[car] < cars - 1) {
                bound.add(car);
            }
        }
        ofColour.forEach(some -> some.sort(Comparator.comparingInt(car -> latest[car])));
        bound.sort(Comparator.comparingInt(car -> earliest[car]));
        isTaken = new boolean[cars];
        order = new int[cars];
        run = new int[cars];
        toTry = new int[cars][];
        tried = new int[cars];
    }

    /** Whether there is an order; false, too, when none was found with the steps there are. */
    boolean find() {
        for (round = 0; round < ROUNDS && !isProven; round++) {
            work = 0;
            if (isFoundInRound()) {
                return true;
            }
        }
        return false;
    }

    /** Whether all was tried in vain. */
    boolean isProven() {
        return isProven;
    }

    int[] order() {
        return order;
    }

    private boolean isFoundInRound() {
        Arrays.fill(isTaken, false);
        for (int c = 0; c < left.length; c++) {
            left[c] = ofColour.get(c).size();
        }
        if (!mayGoOn(0)) {
            isProven = true;
            return false;
        }
        int place = 0;
        arrive(place);
        while (work < WORK_MAX / ROUNDS) {
            if (tried[place] == toTry[place].length) {
                if (place == 0) {
                    isProven = true;
                    return false;
                }
                putBack(--place);
            } else if (take(place, toTry[place][tried[place]++])) {
                place++;
                if (place == cars) {
                    return true;
                }
                arrive(place);
            }
        }
        return false;
    }

    /** The colours in the order in which they are to be tried: the commonest first, in later rounds not quite. */
    private void arrive(int place) {
        double[] key = new double[left.length];
        List<Integer> colours = new ArrayList<>();
        for (int c = 0; c < left.length; c++) {
            if (left[c] > 0) {
                key[c] = round == 0 ? left[c] : left[c] * dice.exponential();
                colours.add(c);
            }
        }
        colours.sort(Comparator.comparingDouble((Integer c) -> -key[c]));
        toTry[place] = colours.stream().mapToInt(Integer::intValue).toArray();
        tried[place] = 0;
    }

    private void putBack(int place) {
        int car = order[place];
        isTaken[car] = false;
        left[colour[car]]++;
    }

    /** Puts a car of a colour there, unless that leads nowhere. */
    private boolean take(int place, int wanted) {
        boolean goesOn = place > 0 && colour[order[place - 1]] == wanted;
        int length = goesOn ? run[place - 1] + 1 : 1;
        int car = length > day.runMax() ? -1 : soonest(place, wanted);
        if (car < 0) {
            return false;
        }
        order[place] = car;
        run[place] = length;
        isTaken[car] = true;
        left[wanted]--;
        if (mayGoOn(place + 1)) {
            return true;
        }
        putBack(place);
        return false;
    }

    private int soonest(int place, int wanted) {
        for (int car : ofColour.get(wanted)) {
            work++;
            if (!isTaken[car] && earliest[car] <= place) {
                return car;
            }
        }
        return -1;
    }

    private boolean mayGoOn(int from) {
        return canBeParted(from) && nobodyIsLate(from);
    }

    private boolean canBeParted(int from) {
        int all = cars - from;
        for (int c = 0; c < left.length; c++) {
            boolean goesOn = from > 0 && colour[order[from - 1]] == c;
            long others = (long) all - left[c];
            long room = (others + 1) * day.runMax() - (goesOn ? run[from - 1] : 0);
            if (left[c] > room) {
                return false;
            }
        }
        work += left.length;
        return true;
    }

    /** Whether the cars that are left can keep their places, whatever their colours: by the soonest end. */
    private boolean nobodyIsLate(int from) {
        PriorityQueue<Integer> open = new PriorityQueue<>(Comparator.comparingInt(car -> latest[car]));
        int place = from;
        int next = 0;
        while (next < bound.size() || !open.isEmpty()) {
            if (open.isEmpty()) {
                place = Math.max(place, earliest[bound.get(next)]);
            }
            while (next < bound.size() && earliest[bound.get(next)] <= place) {
                int car = bound.get(next++);
                if (!isTaken[car]) {
                    open.add(car);
                }
            }
            if (!open.isEmpty() && latest[open.remove()] < place++) {
                return false;
            }
        }
        work += bound.size();
        return true;
    }
}
