package io.rampline.simulation.flowline;

import io.rampline.factory.FlowLine;
import java.util.Arrays;

/** What one run of a line counted after its warm-up. Immutable. */
public final class Replication {
    private final int hours;
    private final long events;
    private final int[] jobsByHour;
    private final double[] shares;
    private final double[] levels;
    private final double inLine;
    private final double[] sole;
    private final double[] shifting;

    private Replication(LineRun run, int stations, int hours, double[] sole, double[] shifting) {
        double seconds = hours * 3600.0;
        this.hours = hours;
        this.events = run.events();
        this.jobsByHour = run.sums().jobsByHour().clone();
        this.shares = new double[stations * LineRun.STATES];
        this.levels = new double[stations];
        int[] places = new int[stations];
        for (int place = 0; place < run.places(); place++) {
            int station = run.stationOf(place);
            places[station]++;
            for (int state = 0; state < LineRun.STATES; state++) {
                shares[station * LineRun.STATES + state] += run.sums().spent(place, state) / seconds;
            }
        }
        for (int station = 0; station < stations; station++) {
            for (int state = 0; state < LineRun.STATES; state++) {
                shares[station * LineRun.STATES + state] /= places[station];
            }
            levels[station] = run.sums().levelArea(station) / seconds;
        }
        this.inLine = run.sums().inLineArea() / seconds;
        this.sole = sole;
        this.shifting = shifting;
    }

    /**
     * Lets a line run.
     *
     * @param replication which of the runs under the seed, 0 or more
     * @param watched whether to tell the bottleneck of every moment, which takes time and memory
     */
    public static Replication of(FlowLine line, Span span, long seed, long replication, boolean watched) {
        int stations = line.stations().size();
        LineRun run = new LineRun(line, seed, replication, span.hours(), watched);
        run.runUntil(span.warmUpHours() * 3600.0);
        run.forget();
        double from = run.now();
        run.runUntil((span.warmUpHours() + span.hours()) * 3600.0);
        double[] sole = new double[stations];
        double[] shifting = new double[stations];
        if (watched) {
            run.activity().end(run.now());
            Bottlenecks found = Bottlenecks.of(run.activity(), from, run.now());
            for (int station = 0; station < stations; station++) {
                sole[station] = found.soleShare(station);
                shifting[station] = found.shiftingShare(station);
            }
        }
        return new Replication(run, stations, span.hours(), sole, shifting);
    }

    public long events() {
        return events;
    }

    public double jobsPerHour() {
        return (double) Arrays.stream(jobsByHour).asLongStream().sum() / hours;
    }

    /** Jobs out in the hours from one to another, counted from the end of the warm-up. */
    long jobs(int fromHour, int toHour) {
        long jobs = 0;
        for (int hour = fromHour; hour < toHour; hour++) {
            jobs += jobsByHour[hour];
        }
        return jobs;
    }

    int hours() {
        return hours;
    }

    double share(int station, int state) {
        return shares[station * LineRun.STATES + state];
    }

    double level(int station) {
        return levels[station];
    }

    double inLine() {
        return inLine;
    }

    double sole(int station) {
        return sole[station];
    }

    double shifting(int station) {
        return shifting[station];
    }
}
