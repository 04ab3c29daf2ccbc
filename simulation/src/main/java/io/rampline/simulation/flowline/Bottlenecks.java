package io.rampline.simulation.flowline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Which station held the line back, moment by moment: the one that has been and will be active longest without a wait.
 * Where the period of one bottleneck overlaps that of the next, both share the blame and the bottleneck shifts;
 * elsewhere it is the sole one. Source: Roser, Nakano and Tanaka, Shifting bottleneck detection, Winter Simulation
 * Conference 2002. O(n log n) for n active periods.
 */
final class Bottlenecks {
    private final double from;
    private final double to;
    private final double[] sole;
    private final double[] shifting;
    private final List<Reign> reigns;

    /** A station active from one moment to another, seconds. */
    private record Period(int station, double start, double end) {
        double length() {
            return end - start;
        }
    }

    /**
     * A time with one and the same bottleneck, seconds.
     *
     * @param start when it became the bottleneck
     * @param end when another did, or none
     * @param activeFrom when it became active
     * @param activeTo when it had to wait again
     */
    record Reign(int station, double start, double end, double activeFrom, double activeTo) {}

    private Bottlenecks(int stations, double from, double to) {
        this.from = from;
        this.to = to;
        sole = new double[stations];
        shifting = new double[stations];
        reigns = new ArrayList<>();
    }

    /** Bottlenecks of a run that has ended. */
    static Bottlenecks of(Activity activity, double from, double to) {
        List<Period> periods = new ArrayList<>();
        for (int station = 0; station < activity.stations(); station++) {
            for (int i = 0; i < activity.periods(station); i++) {
                Period period = new Period(
                        station, Math.max(from, activity.start(station, i)), Math.min(to, activity.end(station, i)));
                if (period.length() > 0) {
                    periods.add(period);
                }
            }
        }
        periods.sort(Comparator.comparingDouble(Period::start).thenComparingInt(Period::station));
        Bottlenecks found = new Bottlenecks(activity.stations(), from, to);
        found.sweep(periods);
        found.share();
        return found;
    }

    private void sweep(List<Period> byStart) {
        PriorityQueue<Period> active = new PriorityQueue<>(
                Comparator.comparingDouble(Period::length).reversed().thenComparingInt(Period::station));
        double now = from;
        int next = 0;
        while (next < byStart.size() || !active.isEmpty()) {
            if (active.isEmpty()) {
                now = Math.max(now, byStart.get(next).start());
            }
            while (next < byStart.size() && byStart.get(next).start() <= now) {
                active.add(byStart.get(next++));
            }
            while (!active.isEmpty() && active.element().end() <= now) {
                active.remove();
            }
            if (active.isEmpty()) {
                continue;
            }
            Period longest = active.element();
            double until = longest.end();
            if (next < byStart.size() && byStart.get(next).start() < until) {
                until = byStart.get(next).start();
            }
            reign(longest, now, until);
            now = until;
        }
    }

    private void reign(Period period, double start, double end) {
        if (!reigns.isEmpty()) {
            Reign before = reigns.getLast();
            if (before.station() == period.station()
                    && before.activeFrom() == period.start()
                    && before.end() == start) {
                reigns.removeLast();
                reigns.add(new Reign(period.station(), before.start(), end, period.start(), period.end()));
                return;
            }
        }
        reigns.add(new Reign(period.station(), start, end, period.start(), period.end()));
    }

    private void share() {
        for (int i = 0; i < reigns.size(); i++) {
            Reign reign = reigns.get(i);
            double[] in = overlap(i - 1);
            double[] out = overlap(i);
            double both = Math.max(0, Math.min(in[1], out[1]) - Math.max(in[0], out[0]));
            shifting[reign.station()] += in[1] - in[0] + out[1] - out[0] - both;
            double first = Math.max(reign.start(), in[1]);
            double last = out[1] > out[0] ? Math.min(reign.end(), out[0]) : reign.end();
            sole[reign.station()] += Math.max(0, last - first);
        }
    }

    /** Where the period of a reign overlaps that of the one right after it; empty when it does not. */
    private double[] overlap(int reign) {
        if (reign >= 0 && reign + 1 < reigns.size()) {
            Reign before = reigns.get(reign);
            Reign after = reigns.get(reign + 1);
            double start = after.activeFrom();
            if (before.end() == after.start() && start < before.activeTo()) {
                return new double[] {start, before.activeTo()};
            }
        }
        return new double[] {0, 0};
    }

    /** Share of the time in which the station alone held the line back. */
    double soleShare(int station) {
        return sole[station] / (to - from);
    }

    /** Share of the time in which the bottleneck went over to it or from it. */
    double shiftingShare(int station) {
        return shifting[station] / (to - from);
    }

    List<Reign> reigns() {
        return List.copyOf(reigns);
    }
}
