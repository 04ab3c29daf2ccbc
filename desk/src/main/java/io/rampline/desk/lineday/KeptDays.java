package io.rampline.desk.lineday;

import io.rampline.sequence.search.Found;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An earlier order of a week's days, kept as far as can be. */
final class KeptDays {
    private KeptDays() {}

    /**
     * The cars of each day: those that stood there and are still promised for the week, in their order, then new ones,
     * each on the day with most room left.
     */
    static List<List<LineCar>> of(LineWeek week, List<List<String>> earlier) {
        Map<String, LineCar> waiting = new LinkedHashMap<>();
        week.cars().forEach(car -> waiting.put(car.orderId(), car));
        List<List<LineCar>> days = new ArrayList<>();
        for (int day = 0; day < week.dayUnits().size(); day++) {
            List<LineCar> cars = new ArrayList<>();
            for (String order : day < earlier.size() ? earlier.get(day) : List.<String>of()) {
                LineCar car = cars.size() < week.dayUnits().get(day) ? waiting.remove(order) : null;
                if (car != null) {
                    cars.add(car);
                }
            }
            days.add(cars);
        }
        for (LineCar fresh : waiting.values()) {
            int roomiest = 0;
            for (int day = 1; day < days.size(); day++) {
                roomiest = room(week, days, day) > room(week, days, roomiest) ? day : roomiest;
            }
            days.get(roomiest).add(fresh);
        }
        return days;
    }

    private static int room(LineWeek week, List<List<LineCar>> days, int day) {
        return week.dayUnits().get(day) - days.get(day).size();
    }

    /** What changed, car by car. */
    static DayChange change(List<String> earlier, List<LineCar> cars, Found found) {
        Set<String> before = new LinkedHashSet<>(earlier);
        Set<String> now = new LinkedHashSet<>();
        cars.forEach(car -> now.add(car.orderId()));
        List<String> gone =
                before.stream().filter(order -> !now.contains(order)).toList();
        List<String> come =
                now.stream().filter(order -> !before.contains(order)).toList();
        boolean[] stays = longestRising(found.order());
        List<String> moved = new ArrayList<>();
        for (int place = 0; place < stays.length; place++) {
            String order = cars.get(found.order().get(place)).orderId();
            if (!stays[place] && before.contains(order)) {
                moved.add(order);
            }
        }
        return new DayChange(gone, come, moved);
    }

    /** The most numbers that stand in rising order, as places; by patience, O(n log n). */
    private static boolean[] longestRising(List<Integer> numbers) {
        int size = numbers.size();
        int[] topAt = new int[size];
        int[] below = new int[size];
        int piles = 0;
        for (int at = 0; at < size; at++) {
            int low = 0;
            int high = piles;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (numbers.get(topAt[middle]) < numbers.get(at)) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            below[at] = low == 0 ? -1 : topAt[low - 1];
            topAt[low] = at;
            piles = Math.max(piles, low + 1);
        }
        boolean[] rises = new boolean[size];
        for (int at = piles == 0 ? -1 : topAt[piles - 1]; at >= 0; at = below[at]) {
            rises[at] = true;
        }
        return rises;
    }
}
