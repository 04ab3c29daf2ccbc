package io.rampline.simulation.flowline;

import java.util.Arrays;

/** What a run adds up on its way: time in each state, jobs out by hour, mean levels. */
final class LineSums {
    private static final double HOUR = 3600;

    private final double[] since;
    private final byte[] state;
    private final double[] spent;
    private final double[] levelSince;
    private final double[] levelArea;
    private final int[] jobsByHour;
    private double from;
    private int inLine;
    private double inLineSince;
    private double inLineArea;
    private long jobs;
    private final Activity activity;
    private final int[] stationOf;

    LineSums(int stations, int places, int hoursMax, Activity activity, int[] stationOf) {
        this.activity = activity;
        this.stationOf = stationOf;
        since = new double[places];
        state = new byte[places];
        spent = new double[places * LineRun.STATES];
        levelSince = new double[stations];
        levelArea = new double[stations];
        jobsByHour = new int[hoursMax];
        Arrays.fill(state, (byte) LineRun.STARVED);
    }

    int state(int place) {
        return state[place];
    }

    /** A place changes its state. */
    void become(int place, int next, double now) {
        int before = state[place];
        spent[place * LineRun.STATES + before] += now - since[place];
        since[place] = now;
        state[place] = (byte) next;
        if (activity.watched()) {
            activity.change(stationOf[place], before, next, now);
        }
    }

    /** A buffer has held so many jobs until now. */
    void held(int station, int level, double now) {
        levelArea[station] += level * (now - levelSince[station]);
        levelSince[station] = now;
    }

    void enters(double now) {
        inLineArea += inLine * (now - inLineSince);
        inLineSince = now;
        inLine++;
    }

    void leaves(double now) {
        inLineArea += inLine * (now - inLineSince);
        inLineSince = now;
        inLine--;
        jobs++;
        int hour = (int) ((now - from) / HOUR);
        if (hour < jobsByHour.length) {
            jobsByHour[hour]++;
        }
    }

    /** Brings all sums up to now. */
    void settle(int[] level, double now) {
        for (int place = 0; place < since.length; place++) {
            become(place, state[place], now);
        }
        for (int station = 0; station < level.length; station++) {
            held(station, level[station], now);
        }
        inLineArea += inLine * (now - inLineSince);
        inLineSince = now;
    }

    /** Begins to count anew; {@link #settle} has been called. */
    void forget(double now) {
        Arrays.fill(spent, 0);
        Arrays.fill(levelArea, 0);
        Arrays.fill(jobsByHour, 0);
        inLineArea = 0;
        jobs = 0;
        from = now;
    }

    double spent(int place, int inState) {
        return spent[place * LineRun.STATES + inState];
    }

    double levelArea(int station) {
        return levelArea[station];
    }

    double inLineArea() {
        return inLineArea;
    }

    long jobs() {
        return jobs;
    }

    int[] jobsByHour() {
        return jobsByHour;
    }

    double from() {
        return from;
    }
}
