package io.rampline.sequence.check;

import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.Counts;
import io.rampline.sequence.day.DayEdge;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.day.Priority;
import io.rampline.sequence.day.Ratio;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts by the rules of the ROADEF challenge of 2005 and of CSPLib problem 1, window by window and car by car, as one
 * would on paper. O(cars x sum of window lengths).
 */
public final class SequenceCheck {
    private final LineDay day;
    private final List<Car> sequence;

    private SequenceCheck(LineDay day, List<Car> sequence) {
        this.day = day;
        this.sequence = sequence;
    }

    /**
     * Checks an order of the day's cars.
     *
     * @param order indices into the cars of the day, first car of the line first
     */
    public static Verdict of(LineDay day, List<Integer> order) {
        int cars = day.cars().size();
        boolean[] seen = new boolean[cars];
        List<String> flaws = new ArrayList<>();
        List<Car> sequence = new ArrayList<>();
        for (int index : order) {
            if (index < 0 || index >= cars) {
                flaws.add("found car number " + index + ", expected one from 0 to " + (cars - 1));
            } else if (seen[index]) {
                flaws.add("found car " + day.cars().get(index).ident() + " twice");
            } else {
                seen[index] = true;
                sequence.add(day.cars().get(index));
            }
        }
        if (order.size() != cars) {
            flaws.add("found " + order.size() + " cars, expected the " + cars + " of the day");
        }
        SequenceCheck check = new SequenceCheck(day, sequence);
        return check.verdict(flaws);
    }

    private Verdict verdict(List<String> flaws) {
        List<Long> violations = new ArrayList<>();
        long high = 0;
        long low = 0;
        for (int r = 0; r < day.ratios().size(); r++) {
            long found = violations(r);
            violations.add(found);
            if (day.ratios().get(r).priority() == Priority.HIGH) {
                high += found;
            } else {
                low += found;
            }
        }
        List<String> warnings = new ArrayList<>();
        checkRuns(flaws, warnings);
        checkPlaces(flaws);
        return new Verdict(new Counts(high, low, colourChanges()), violations, flaws, warnings);
    }

    private long violations(int r) {
        Ratio ratio = day.ratios().get(r);
        int cars = sequence.size();
        boolean whole = day.edge() == DayEdge.WHOLE_WINDOWS;
        int firstStart = whole ? 0 : -(ratio.in() - 1);
        int lastStart = whole ? cars - ratio.in() : cars - 1;
        long sum = 0;
        for (int start = firstStart; start <= lastStart; start++) {
            int carriers = 0;
            for (int place = start; place < start + ratio.in() && place < cars; place++) {
                carriers += carries(place, r) ? 1 : 0;
            }
            sum += (long) ratio.weight() * Math.max(0, carriers - ratio.most());
        }
        return sum;
    }

    /** Places below 0 are those of the day before; before its first car nobody carries anything. */
    private boolean carries(int place, int ratio) {
        if (place >= 0) {
            return sequence.get(place).carries(ratio);
        }
        int index = day.before().size() + place;
        return index >= 0 && day.before().get(index).carries(ratio);
    }

    private long colourChanges() {
        long changes = 0;
        for (int place = 0; place < sequence.size(); place++) {
            if (place == 0 && day.before().isEmpty()) {
                continue;
            }
            Car previous = place == 0 ? day.before().getLast() : sequence.get(place - 1);
            changes += previous.colour() != sequence.get(place).colour() ? 1 : 0;
        }
        return changes;
    }

    private void checkRuns(List<String> flaws, List<String> warnings) {
        int run = 0;
        int firstRun = 0;
        for (int place = 0; place < sequence.size(); place++) {
            int colour = sequence.get(place).colour();
            run = place > 0 && sequence.get(place - 1).colour() == colour ? run + 1 : 1;
            if (run == place + 1) {
                firstRun = run;
            }
            if (run == day.runMax() + 1) {
                flaws.add("found more than " + day.runMax() + " cars of colour " + colour + " in a row, up to car "
                        + sequence.get(place).ident() + " at place " + place);
            }
        }
        int before = sequence.isEmpty() ? 0 : runBefore(sequence.getFirst().colour());
        if (before > 0 && before + firstRun > day.runMax()) {
            warnings.add("found " + before + " cars of the day before and the first " + firstRun
                    + " of one colour, together more than " + day.runMax());
        }
    }

    private int runBefore(int colour) {
        int run = 0;
        while (run < day.before().size()
                && day.before().get(day.before().size() - 1 - run).colour() == colour) {
            run++;
        }
        return run;
    }

    private void checkPlaces(List<String> flaws) {
        for (int place = 0; place < sequence.size(); place++) {
            Car car = sequence.get(place);
            if (place < car.earliest() || place > car.latest()) {
                String until = car.latest() < sequence.size() ? " to " + (car.latest() + 1) : " on";
                flaws.add("found car " + car.ident() + " at place " + (place + 1) + ", expected from "
                        + (car.earliest() + 1) + until);
            }
        }
    }
}
