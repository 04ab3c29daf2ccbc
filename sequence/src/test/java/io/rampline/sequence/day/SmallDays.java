package io.rampline.sequence.day;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Small days made from a seed, of every kind that there is. */
public final class SmallDays {
    private SmallDays() {}

    /** A day of so many cars; its given order keeps all bounds, and its batches are at least one car long. */
    public static LineDay of(long seed, int cars) {
        SplittableRandom random = new SplittableRandom(seed);
        int ratios = random.nextInt(1, 6);
        List<Ratio> rules = new ArrayList<>();
        for (int r = 0; r < ratios; r++) {
            int in = random.nextInt(1, 8);
            rules.add(new Ratio(
                    "R" + r,
                    random.nextInt(0, in + 1),
                    in,
                    random.nextBoolean() ? Priority.HIGH : Priority.LOW,
                    random.nextInt(4) == 0 ? 3 : 1));
        }
        int colours = random.nextInt(1, 5);
        boolean bound = random.nextInt(3) == 0;
        List<Car> before = cars(random, "b", random.nextInt(0, 10), ratios, colours, false);
        List<Car> day = cars(random, "d", cars, ratios, colours, bound);
        List<Aim> aims = new ArrayList<>(List.of(Aim.values()));
        for (int i = aims.size() - 1; i > 0; i--) {
            aims.add(aims.remove(random.nextInt(i + 1)));
        }
        List<Aim> some = aims.subList(0, random.nextInt(1, 4));
        DayEdge edge = random.nextInt(4) == 0 ? DayEdge.WHOLE_WINDOWS : DayEdge.EVERY_WINDOW;
        int runMax = random.nextBoolean() ? cars : longestRun(day) + random.nextInt(2);
        return new LineDay("seed " + seed, rules, before, day, runMax, some, edge);
    }

    private static List<Car> cars(
            SplittableRandom random, String name, int count, int ratios, int colours, boolean bound) {
        List<Car> cars = new ArrayList<>();
        for (int place = 0; place < count; place++) {
            Car car = new Car(name + place, random.nextInt(colours) * 7, random.nextLong(1L << ratios));
            boolean binds = bound && random.nextInt(3) == 0;
            cars.add(binds ? car.between(Math.max(0, place - random.nextInt(3)), place + random.nextInt(3)) : car);
        }
        return cars;
    }

    private static int longestRun(List<Car> cars) {
        int longest = 1;
        int run = 1;
        for (int i = 1; i < cars.size(); i++) {
            run = cars.get(i).colour() == cars.get(i - 1).colour() ? run + 1 : 1;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
