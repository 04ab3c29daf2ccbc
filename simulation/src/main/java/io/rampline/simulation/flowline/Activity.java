package io.rampline.simulation.flowline;

import io.rampline.factory.Station;
import java.util.Arrays;
import java.util.List;

/**
 * When each station was active: every place of it in work or in repair, so that nobody waits there for a job or for
 * room. A wait of no length does not end a period.
 */
final class Activity {
    private static final int FIRST_ROOM = 256;

    private final boolean watched;
    private final int[] idle;
    private final double[][] starts;
    private final double[][] ends;
    private final int[] count;
    /** When the open period began; NaN when there is none. */
    private final double[] open;

    Activity(List<Station> stations, boolean watched) {
        this.watched = watched;
        int size = watched ? stations.size() : 0;
        idle = new int[size];
        count = new int[size];
        open = new double[size];
        starts = new double[size][FIRST_ROOM];
        ends = new double[size][FIRST_ROOM];
        Arrays.fill(open, Double.NaN);
        for (int i = 0; i < size; i++) {
            idle[i] = stations.get(i).places();
        }
    }

    boolean watched() {
        return watched;
    }

    /** A place of the station goes from one state to another. */
    void change(int station, int from, int to, double now) {
        boolean was = from >= LineRun.BLOCKED;
        boolean is = to >= LineRun.BLOCKED;
        if (was == is) {
            return;
        }
        if (is) {
            if (idle[station]++ == 0) {
                close(station, now);
            }
        } else if (--idle[station] == 0) {
            begin(station, now);
        }
    }

    private void begin(int station, double now) {
        int n = count[station];
        if (n > 0 && ends[station][n - 1] == now) {
            count[station] = n - 1;
            open[station] = starts[station][n - 1];
        } else {
            open[station] = now;
        }
    }

    private void close(int station, double now) {
        if (open[station] == now) {
            open[station] = Double.NaN;
            return;
        }
        int n = count[station];
        if (n == starts[station].length) {
            starts[station] = Arrays.copyOf(starts[station], 2 * n);
            ends[station] = Arrays.copyOf(ends[station], 2 * n);
        }
        starts[station][n] = open[station];
        ends[station][n] = now;
        count[station] = n + 1;
        open[station] = Double.NaN;
    }

    /** Begins anew; what is open goes on and counts from where it began. */
    void forget(double now) {
        for (int station = 0; station < count.length; station++) {
            int n = count[station];
            // A period that ends right now may yet go on.
            boolean goesOn = n > 0 && ends[station][n - 1] == now;
            if (goesOn) {
                starts[station][0] = starts[station][n - 1];
                ends[station][0] = now;
            }
            count[station] = goesOn ? 1 : 0;
        }
    }

    /** Closes what is open: the run ends here. */
    void end(double now) {
        for (int station = 0; station < count.length; station++) {
            if (!Double.isNaN(open[station])) {
                close(station, now);
            }
        }
    }

    int stations() {
        return count.length;
    }

    int periods(int station) {
        return count[station];
    }

    double start(int station, int period) {
        return starts[station][period];
    }

    double end(int station, int period) {
        return ends[station][period];
    }
}
