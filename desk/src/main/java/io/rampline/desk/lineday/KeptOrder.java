package io.rampline.desk.lineday;

import io.rampline.sequence.bound.LowerBounds;
import io.rampline.sequence.check.SequenceCheck;
import io.rampline.sequence.check.Verdict;
import io.rampline.sequence.day.Counts;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.search.Found;
import io.rampline.sequence.search.Mending;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * An earlier order of a day's cars, kept as far as can be. When cars drop out those behind close up, and whoever has a
 * place of its own would leave it; so cars are taken from the earlier order one by one, a car that may not stand so
 * early is passed over, and one is called forward only when waiting any longer would make some car late. Then runs of a
 * colour that grew together are parted, and the exchanges that gain most are made. O(cars x bounded cars).
 *
 * <p>Whether nobody would be late is asked of the soonest end first, which finds an order whenever there is one.
 * Source: Jackson, Scheduling a production line to minimize maximum tardiness, 1955.
 */
public final class KeptOrder {
    private final LineDay day;
    private final List<Integer> bounded = new ArrayList<>();

    private KeptOrder(LineDay day) {
        this.day = day;
        for (int car = 0; car < day.cars().size(); car++) {
            if (earliest(car) > 0 || latest(car) < day.cars().size() - 1) {
                bounded.add(car);
            }
        }
        bounded.sort(Comparator.comparingInt(this::earliest));
    }

    /**
     * The order after as few changes as are needed, and at most so many exchanges that gain something.
     *
     * @param earlier all cars of the day, as indices, in the order that is to be kept
     * @throws CannotKeep when batches or places cannot be kept that way
     */
    public static Found of(LineDay day, List<Integer> earlier, int exchangesMax) throws CannotKeep {
        List<Integer> order = new ArrayList<>(new KeptOrder(day).withinPlaces(earlier));
        BatchParting.part(day, order);
        List<Integer> mended = Mending.of(day, order, exchangesMax, 1);
        Verdict verdict = SequenceCheck.of(day, mended);
        if (!verdict.isAllowed()) {
            throw new CannotKeep(day.name() + ": the earlier order cannot be kept: "
                    + String.join("; ", verdict.flaws()) + ". Maybe seek a new one, without --keep");
        }
        Counts bounds = LowerBounds.of(day);
        boolean isProven = verdict.counts().mark(day.aims()) == bounds.mark(day.aims());
        return new Found(mended, verdict.counts(), bounds, isProven, 0, 0);
    }

    private int earliest(int car) {
        return day.cars().get(car).earliest();
    }

    private int latest(int car) {
        return Math.min(day.cars().get(car).latest(), day.cars().size() - 1);
    }

    /** The earlier order itself when it cannot be done. */
    private List<Integer> withinPlaces(List<Integer> earlier) {
        if (bounded.isEmpty()) {
            return earlier;
        }
        Set<Integer> waiting = new LinkedHashSet<>(earlier);
        List<Integer> order = new ArrayList<>();
        for (int place = 0; place < earlier.size(); place++) {
            int next = next(waiting, place);
            if (next < 0) {
                return earlier;
            }
            waiting.remove(next);
            bounded.removeIf(car -> car == next);
            order.add(next);
        }
        return order;
    }

    /** The car for a place: the next one, unless another would then come late; -1 when there is none. */
    private int next(Set<Integer> waiting, int place) {
        for (int car : waiting) {
            if (earliest(car) <= place) {
                return nobodyIsLate(place + 1, car) ? car : soonest(place, car);
            }
        }
        return -1;
    }

    private int soonest(int place, int otherwise) {
        return bounded.stream()
                .filter(car -> earliest(car) <= place)
                .min(Comparator.comparingInt(this::latest))
                .orElse(otherwise);
    }

    /** Whether all bounded cars but one can stand within their places from a place on. */
    private boolean nobodyIsLate(int from, int but) {
        PriorityQueue<Integer> ready = new PriorityQueue<>(Comparator.comparingInt(this::latest));
        int place = from;
        int next = 0;
        while (next < bounded.size() || !ready.isEmpty()) {
            if (ready.isEmpty()) {
                place = Math.max(place, earliest(bounded.get(next)));
            }
            while (next < bounded.size() && earliest(bounded.get(next)) <= place) {
                int car = bounded.get(next++);
                if (car != but) {
                    ready.add(car);
                }
            }
            if (!ready.isEmpty() && latest(ready.remove()) < place++) {
                return false;
            }
        }
        return true;
    }
}
