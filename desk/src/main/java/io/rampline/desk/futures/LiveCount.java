package io.rampline.desk.futures;

import io.rampline.factory.Configuration;
import io.rampline.factory.Horizon;
import io.rampline.factory.Uncertainty;
import io.rampline.factory.Week;
import io.rampline.promise.OrderTable;
import io.rampline.simulation.Simulation;
import io.rampline.simulation.window.Calibration;
import io.rampline.simulation.window.Levels;
import io.rampline.simulation.window.Settled;
import io.rampline.simulation.window.Tally;
import io.rampline.simulation.window.Window;
import io.rampline.simulation.window.Windows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Windows of a book in use, as counted at one position of it. Immutable; the same line, seed and number of futures give
 * the same count.
 */
public final class LiveCount {
    /** One looks after so many futures, and at twice as many each time, whether more are needed. */
    private static final long FIRST_LOOK = 512;

    /** Between two looks at whether to go on. */
    private static final int BATCH = 8;

    private final LiveLine line;
    private final Asked asked;
    private final Levels levels;
    private final Tally tally;
    /** By the level they are taken at. */
    private final Map<Double, Windows> windows;

    private final Map<String, Integer> rows;
    private final Map<Configuration, int[]> byConfiguration;

    /**
     * What is asked.
     *
     * @param futures at most so many, 1 or more
     * @param precision of probabilities at which it ends early, 0 for never
     */
    public record Asked(int futures, long seed, double precision) {}

    /** Somebody who looks on, and may have it wait, or end it. */
    @FunctionalInterface
    public interface Watcher {
        /** False to end without an answer. */
        boolean goOn(long done, long most);
    }

    private LiveCount(LiveLine line, Asked asked, Levels levels, Tally tally) {
        this.line = line;
        this.asked = asked;
        this.levels = levels;
        this.tally = tally;
        this.windows = new HashMap<>();
        for (Calibration level : levels.byLead()) {
            windows.computeIfAbsent(level.confidence(), confidence -> Windows.of(tally, confidence));
        }
        OrderTable orders = line.orders();
        this.rows = HashMap.newHashMap(orders.size());
        Map<Configuration, List<Integer>> lists = new HashMap<>();
        for (int row = 0; row < orders.size(); row++) {
            rows.put(orders.id(row), row);
            lists.computeIfAbsent(orders.configuration(row), _ -> new ArrayList<>())
                    .add(row);
        }
        this.byConfiguration = HashMap.newHashMap(lists.size());
        lists.forEach((configuration, list) -> byConfiguration.put(
                configuration, list.stream().mapToInt(Integer::intValue).toArray()));
    }

    /**
     * Lives through futures on the caller's thread.
     *
     * @return empty when the watcher ended it
     */
    public static Optional<LiveCount> of(
            LiveLine line, Uncertainty uncertainty, Asked asked, Levels levels, Watcher watcher) {
        Simulation.Worker worker = line.simulation(uncertainty, asked.seed()).worker();
        long look = asked.precision() > 0 ? FIRST_LOOK : asked.futures();
        long future = 0;
        while (future < asked.futures()) {
            if (future % BATCH == 0 && !watcher.goOn(future, asked.futures())) {
                return Optional.empty();
            }
            worker.live(future);
            future++;
            if (future == look) {
                look *= 2;
                if (asked.precision() > 0
                        && Settled.is(worker.tally(), levels.of(0).target(), asked.precision())) {
                    break;
                }
            }
        }
        return Optional.of(new LiveCount(line, asked, levels, worker.tally()));
    }

    /** What a tally of the line says that others have counted. */
    public static LiveCount counted(LiveLine line, Asked asked, Levels levels, Tally tally) {
        return new LiveCount(line, asked, levels, tally);
    }

    public LiveLine line() {
        return line;
    }

    /** Whose futures they are, and at most how many. */
    public Asked asked() {
        return asked;
    }

    /** How many there were. */
    public long futures() {
        return tally.futures();
    }

    /** One number for every week of every group in every future. */
    public long hash() {
        return tally.hash();
    }

    /** The levels of the windows. */
    public Levels levels() {
        return levels;
    }

    /** Everything that was counted. */
    public Tally tally() {
        return tally;
    }

    /** Share of deliveries that shall fall inside. */
    public double confidence() {
        return levels.of(0).target();
    }

    /** Row in line of an order; empty when it was not in line. */
    public OptionalInt find(String orderId) {
        Integer row = rows.get(orderId);
        return row == null ? OptionalInt.empty() : OptionalInt.of(row);
    }

    /**
     * The last one in line who needs the same and is promised no later week: who gets that week now stands there. Empty
     * when nobody in line needs the same.
     */
    public OptionalInt place(Configuration configuration, int deliveryBucket) {
        int[] same = byConfiguration.get(configuration);
        if (same == null) {
            return OptionalInt.empty();
        }
        int place = same[0];
        for (int row : same) {
            OptionalInt promised = line.promised(row);
            place = promised.isPresent() && promised.getAsInt() <= deliveryBucket ? row : place;
        }
        return OptionalInt.of(place);
    }

    /** The window of a row as it is told: at the calibrated level, widened where that is called for. */
    public Window window(int row) {
        int group = tally.line().groupOfRow(row);
        int middle = tally.buildQuantile(group, 0.5) + tally.line().transitWeeks(group);
        Calibration level = levels.of(middle - nowBucket());
        Window told = level.widened(at(level).of(group));
        int earliest = tally.line().firstBucket() + tally.line().transitWeeks(group);
        return told.earlyBucket() >= earliest
                ? told
                : new Window(earliest, told.lateBucket(), told.middleBucket(), told.probability());
    }

    private Windows at(Calibration level) {
        return Objects.requireNonNull(windows.get(level.confidence()));
    }

    private int nowBucket() {
        return line.network().horizon().bucket(week());
    }

    /** Share of the futures in which a row is delivered in or before a bucket. */
    public double deliveredBy(int row, int deliveryBucket) {
        return at(levels.of(0)).deliveredBy(row, deliveryBucket);
    }

    /** Share of the futures in which a row is delivered by its promised week; empty without one. */
    public OptionalDouble promiseKept(int row) {
        OptionalInt promised = line.promised(row);
        return promised.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(deliveredBy(row, promised.getAsInt()));
    }

    /** {@link #promiseKept}, mean of all that are promised a week. */
    public OptionalDouble meanPromiseKept() {
        double sum = 0;
        long dated = 0;
        for (int row = 0; row < line.orders().size(); row++) {
            OptionalDouble kept = promiseKept(row);
            sum += kept.orElse(0);
            dated += kept.isPresent() ? 1 : 0;
        }
        return dated == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / dated);
    }

    /** Mean share of the futures inside the windows. */
    public double meanProbability() {
        double sum = 0;
        for (int row = 0; row < line.orders().size(); row++) {
            sum += window(row).probability();
        }
        return line.orders().size() == 0 ? 1 : sum / line.orders().size();
    }

    /** Windows by their width in weeks; at 0 those without an end within the horizon. */
    public long[] ordersByWidth() {
        long[] orders = new long[Horizon.WEEKS_MAX + 1];
        int widest = 0;
        for (int row = 0; row < line.orders().size(); row++) {
            int width = Math.min(Horizon.WEEKS_MAX, window(row).weeks());
            orders[width]++;
            widest = Math.max(widest, width);
        }
        long[] some = new long[widest + 1];
        System.arraycopy(orders, 0, some, 0, some.length);
        return some;
    }

    /** Week of the book in which it was counted. */
    public Week week() {
        return Week.of(line.network().scenario().asOf());
    }
}
