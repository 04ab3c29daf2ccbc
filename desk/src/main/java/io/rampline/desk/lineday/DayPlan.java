package io.rampline.desk.lineday;

import io.rampline.factory.Week;
import io.rampline.sequence.check.Verdict;
import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.search.Found;
import io.rampline.sequence.shop.WindowsOver;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A day on a line in the order in which its cars are built.
 *
 * @param number of the day in its week, from 1
 * @param isFrozen whether the week is
 * @param units that the line can build on that day
 * @param cars of the day, as the day knows them
 * @param day what was put in order; its cars are those of {@code cars}
 * @param found indices into the cars, first car of the line first
 * @param verdict of the check that shares nothing with the search
 * @param change what became of an earlier order; empty for a fresh one
 */
public record DayPlan(
        String line,
        Week week,
        int number,
        boolean isFrozen,
        int units,
        List<LineCar> cars,
        DayRules rules,
        LineDay day,
        Found found,
        Verdict verdict,
        Optional<DayChange> change) {
    public DayPlan {
        cars = List.copyOf(cars);
    }

    public LocalDate date() {
        return week.monday().plusDays(number - 1L);
    }

    /** The car at a place, from 0. */
    public LineCar at(int place) {
        return cars.get(found.order().get(place));
    }

    /** The cars in the order of the line. */
    public List<LineCar> sequence() {
        return found.order().stream().map(cars::get).toList();
    }

    /** The place of an order, from 0; empty when it is not built on this day. */
    public OptionalInt place(String orderId) {
        for (int place = 0; place < cars.size(); place++) {
            if (at(place).orderId().equals(orderId)) {
                return OptionalInt.of(place);
            }
        }
        return OptionalInt.empty();
    }

    /** The rules that the car at a place, from 0, helps to violate, by name. */
    public List<String> violated(WindowsOver windows, int place) {
        Car car = day.cars().get(found.order().get(place));
        List<String> names = new ArrayList<>();
        for (int r = 0; r < day.ratios().size(); r++) {
            if (car.carries(r) && windows.over(r, place) > 0) {
                names.add(day.ratios().get(r).name());
            }
        }
        return names;
    }

    /** One number for the whole: see {@link io.rampline.sequence.day.Counts#mark}. */
    public long mark() {
        return verdict.counts().mark(day.aims());
    }

    /** The name of the order by what it holds: equal days in equal order have the same one. */
    public String fingerprint() {
        return DayFingerprint.of(this);
    }
}
