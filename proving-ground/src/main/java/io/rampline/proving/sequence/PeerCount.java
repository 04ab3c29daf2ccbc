package io.rampline.proving.sequence;

import ai.timefold.solver.core.api.score.HardSoftScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;
import io.rampline.sequence.day.Aim;
import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.DayEdge;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.day.Priority;
import io.rampline.sequence.day.Ratio;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Keeps the mark while the peer moves cars: carriers in each window, changes of colour, and windows of one colour that
 * are longer than the batch. This is the fastest of the ways in which Timefold lets a score be counted.
 */
public class PeerCount implements IncrementalScoreCalculator<PeerDay, HardSoftScore> {
    private static final long FIRST_PRICE = 1_000_000;
    private static final long STEP = 1_000;
    private static final int NOBODY = -1;

    private final List<int[]> held = new ArrayList<>();
    private LineDay day = new LineDay(
            "none",
            List.of(),
            List.of(),
            List.of(new Car("", 0, 0)),
            1,
            List.of(Aim.HIGH_RATIOS),
            DayEdge.EVERY_WINDOW);
    private int[] colours = {};
    private boolean[] like = {};
    private int[] likes = {};
    private long[] prices = {};
    private long changePrice;
    private long hard;
    private long soft;

    /** For the peer. */
    public PeerCount() {}

    @Override
    public void resetWorkingSolution(PeerDay solution) {
        day = Objects.requireNonNull(solution.getDay());
        int cars = day.cars().size();
        held.clear();
        prices = new long[day.ratios().size()];
        for (int r = 0; r < prices.length; r++) {
            Ratio ratio = day.ratios().get(r);
            int[] windows = new int[cars + ratio.in() - 1];
            for (int start = 1 - ratio.in(); start < 0; start++) {
                for (int place = start; place < 0; place++) {
                    int before = day.before().size() + place;
                    windows[start + ratio.in() - 1] +=
                            before >= 0 && day.before().get(before).carries(r) ? 1 : 0;
                }
            }
            held.add(windows);
            prices[r] = ratio.weight() * price(ratio.priority() == Priority.HIGH ? Aim.HIGH_RATIOS : Aim.LOW_RATIOS);
        }
        changePrice = price(Aim.COLOUR_CHANGES);
        colours = new int[cars];
        Arrays.fill(colours, NOBODY);
        like = new boolean[cars];
        likes = new int[cars];
        hard = 0;
        soft = 0;
        for (int r = 0; r < prices.length; r++) {
            Ratio ratio = day.ratios().get(r);
            for (int start = 1 - ratio.in(); start < 0 && counts(ratio, start); start++) {
                soft += prices[r] * Math.max(0, held.get(r)[start + ratio.in() - 1] - ratio.most());
            }
        }
        solution.getPlaces().forEach(this::put);
    }

    private long price(Aim aim) {
        long factor = FIRST_PRICE;
        for (Aim ranked : day.aims()) {
            if (ranked == aim) {
                return factor;
            }
            factor /= STEP;
        }
        return 0;
    }

    private boolean counts(Ratio ratio, int start) {
        return day.edge() == DayEdge.EVERY_WINDOW
                || (start >= 0 && start + ratio.in() <= day.cars().size());
    }

    @Override
    public void beforeVariableChanged(Object entity, String variableName) {
        change((PeerPlace) entity, -1);
    }

    @Override
    public void afterVariableChanged(Object entity, String variableName) {
        put((PeerPlace) entity);
    }

    private void put(PeerPlace place) {
        change(place, 1);
    }

    private void change(PeerPlace at, int sign) {
        Integer number = at.getCar();
        if (number == null) {
            return;
        }
        Car car = day.cars().get(number);
        int place = at.getPlace();
        for (long left = car.options(); left != 0; left &= left - 1) {
            int r = Long.numberOfTrailingZeros(left);
            Ratio ratio = day.ratios().get(r);
            int[] windows = held.get(r);
            for (int start = place - ratio.in() + 1; start <= place; start++) {
                int window = start + ratio.in() - 1;
                int before = Math.max(0, windows[window] - ratio.most());
                windows[window] += sign;
                int now = Math.max(0, windows[window] - ratio.most());
                soft += now != before && counts(ratio, start) ? prices[r] * (now - before) : 0;
            }
        }
        paint(place, sign > 0 ? car.colour() : NOBODY);
    }

    private void paint(int place, int colour) {
        soft -= changePrice * (changes(place) + changes(place + 1));
        colours[place] = colour;
        soft += changePrice * (changes(place) + changes(place + 1));
        likeBefore(place);
        likeBefore(place + 1);
    }

    private int changes(int place) {
        if (place >= colours.length || colours[place] == NOBODY) {
            return 0;
        }
        if (place == 0) {
            return !day.before().isEmpty() && day.before().getLast().colour() != colours[0] ? 1 : 0;
        }
        return colours[place - 1] != NOBODY && colours[place - 1] != colours[place] ? 1 : 0;
    }

    /**
     * Whether two neighbours are of one colour; so many such pairs in a row as a batch has cars are one car too many.
     */
    private void likeBefore(int place) {
        if (place < 1 || place >= colours.length) {
            return;
        }
        boolean now = colours[place] != NOBODY && colours[place] == colours[place - 1];
        if (now != like[place]) {
            like[place] = now;
            int batch = day.runMax();
            for (int first = Math.max(1, place - batch + 1);
                    first <= place && first + batch <= colours.length;
                    first++) {
                hard -= likes[first] == batch ? 1 : 0;
                likes[first] += now ? 1 : -1;
                hard += likes[first] == batch ? 1 : 0;
            }
        }
    }

    @Override
    public HardSoftScore calculateScore() {
        return HardSoftScore.of(-hard, -soft);
    }
}
