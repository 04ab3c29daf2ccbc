package io.rampline.simulation.flowline;

import io.rampline.factory.FlowLine;
import io.rampline.factory.Station;
import io.rampline.factory.Station.Rework;
import io.rampline.simulation.futures.Draws;
import java.util.Arrays;
import java.util.List;

/**
 * One line on its way from event to event.
 *
 * <p>Everything lies in arrays by station or by place, and no object is made once the run has begun. An event is a job
 * that is done, a breakdown or the end of a repair; what follows from it at the same moment (a job that moves on, the
 * place it leaves, the next job there) follows at once, from the back of the line to the front. Each place has one
 * timer for its work and, where breakdowns go by the clock, one more for them. O(log places) an event.
 *
 * <p>Numbers have addresses: the nth job that a station begins takes the same time, and is good or bad alike, in every
 * line that is compared under the same seed; likewise the nth breakdown of a place. Without this a difference of a few
 * jobs an hour would drown in chance.
 *
 * <p>Looks wrong, is meant: a finished job may leave a place that is down. Jobs sent back wait in a yard of their own
 * that has room for all, and go first; otherwise a line could lock itself up.
 */
final class LineRun {
    static final int WORKING = 0;
    static final int DOWN = 1;
    static final int BLOCKED = 2;
    static final int STARVED = 3;
    static final int STATES = 4;

    static final byte DONE = 0;
    static final byte BREAKS = 1;
    static final byte REPAIRED = 2;

    private static final byte EMPTY = 0;
    private static final byte IN_WORK = 1;
    private static final byte FINISHED = 2;

    private final long replication;
    private final Draws draws;
    private final Calendar calendar;
    private final Wearing wearing;
    private final LineSums sums;
    private final Activity activity;
    private final int last;
    private final int places;

    private final Sampler[] cycle;
    private final boolean[] isDrawn;
    private final double[] badShare;
    private final int[] backTo;
    private final int[] firstPlace;
    private final int[] room;
    private final int[] level;
    private final int[] yard;
    private final int[] free;
    private final int[] begun;
    private final int[] held;
    private final int[] heldFirst;

    private final int[] stationOf;
    private final byte[] load;
    private final byte[] pending;
    private final boolean[] down;
    private final boolean[] bad;
    private final double[] work;
    /** Finished jobs by place, first come first: a ring for each station, over its own places. */
    private final int[] heldRing;

    private double now;
    private long events;
    private int lastPlace;
    private byte lastKind;

    /**
     * A line before its first job.
     *
     * @param hoursMax hours for which jobs are counted hour by hour
     * @param watched whether it is kept which station was active when
     */
    LineRun(FlowLine line, long seed, long replication, int hoursMax, boolean watched) {
        List<Station> list = line.stations();
        int stations = list.size();
        this.replication = replication;
        last = stations - 1;
        firstPlace = new int[stations + 1];
        for (int i = 0; i < stations; i++) {
            firstPlace[i + 1] = firstPlace[i] + list.get(i).places();
        }
        places = firstPlace[stations];
        cycle = new Sampler[stations];
        isDrawn = new boolean[stations];
        badShare = new double[stations];
        backTo = new int[stations];
        room = new int[stations];
        level = new int[stations];
        yard = new int[stations];
        free = new int[stations];
        begun = new int[stations];
        held = new int[stations];
        heldFirst = new int[stations];
        stationOf = new int[places];
        load = new byte[places];
        pending = new byte[places];
        down = new boolean[places];
        bad = new boolean[places];
        work = new double[places];
        heldRing = new int[places];
        for (int i = 0; i < stations; i++) {
            take(i, list.get(i));
        }
        draws = new Draws(seed);
        wearing = new Wearing(list, stationOf, draws, replication);
        calendar = new Calendar(wearing.anyByClock() ? 2 * places : places);
        activity = new Activity(list, watched);
        sums = new LineSums(stations, places, hoursMax, activity, stationOf);
        begin();
    }

    private void take(int i, Station station) {
        cycle[i] = Sampler.of(station.cycle());
        badShare[i] = station.rework().map(Rework::share).orElse(0.0);
        backTo[i] = station.rework().map(Rework::toStation).orElse(i);
        isDrawn[i] = !cycle[i].isFixed() || badShare[i] > 0;
        room[i] = i == 0 ? 0 : station.bufferBefore();
        free[i] = station.places();
        Arrays.fill(stationOf, firstPlace[i], firstPlace[i + 1], i);
    }

    private void begin() {
        for (int place = 0; place < places; place++) {
            if (wearing.byClock(place)) {
                calendar.set(places + place, wearing.life(place));
            }
        }
        cascade(0);
    }

    /** Goes on until a moment. */
    void runUntil(double seconds) {
        while (calendar.at(calendar.next()) <= seconds) {
            step();
        }
        now = seconds;
        sums.settle(level, now);
    }

    /** Begins to count anew. */
    void forget() {
        sums.settle(level, now);
        sums.forget(now);
        activity.forget(now);
        events = 0;
    }

    /** One event; there is always a next one, as the first station never waits for work. */
    void step() {
        int timer = calendar.next();
        now = calendar.at(timer);
        events++;
        if (timer >= places) {
            lastPlace = timer - places;
            strike(lastPlace);
            return;
        }
        lastPlace = timer;
        lastKind = pending[timer];
        switch (lastKind) {
            case DONE -> done(timer);
            case BREAKS -> breakInWork(timer);
            default -> resume(timer);
        }
    }

    private void done(int place) {
        int station = stationOf[place];
        if (wearing.inWork(place)) {
            wearing.use(place, work[place]);
        }
        if (bad[place]) {
            clear(place, station);
            yard[backTo[station]]++;
            cascade(station);
            if (backTo[station] != station) {
                cascade(backTo[station]);
            }
        } else if (station == last) {
            sums.leaves(now);
            clear(place, station);
            cascade(station);
        } else {
            load[place] = FINISHED;
            hold(place, station);
            if (fill(station + 1)) {
                cascade(station);
            }
            if (load[place] == FINISHED) {
                sums.become(place, BLOCKED, now);
            }
        }
        if (load[place] != IN_WORK) {
            // Only now: most places have begun the next job and set their timer anew.
            calendar.set(place, Double.POSITIVE_INFINITY);
        }
    }

    private void hold(int place, int station) {
        int size = firstPlace[station + 1] - firstPlace[station];
        int slot = heldFirst[station] + held[station]++;
        heldRing[firstPlace[station] + (slot >= size ? slot - size : slot)] = place;
    }

    /** The job that has waited longest on a place of the station moves on. */
    private void release(int station) {
        int place = heldRing[firstPlace[station] + heldFirst[station]];
        int next = heldFirst[station] + 1;
        heldFirst[station] = next == firstPlace[station + 1] - firstPlace[station] ? 0 : next;
        held[station]--;
        clear(place, station);
    }

    private void clear(int place, int station) {
        load[place] = EMPTY;
        if (!down[place]) {
            free[station]++;
            sums.become(place, STARVED, now);
        }
    }

    /** Fills a station and, as long as that sets a place free, those before it. */
    private void cascade(int station) {
        int at = station;
        while (at >= 0 && fill(at)) {
            at--;
        }
    }

    /** Brings jobs to a station; whether that set a place of the one before it free. */
    private boolean fill(int station) {
        boolean moved = false;
        while (free[station] > 0) {
            if (yard[station] > 0) {
                yard[station]--;
            } else if (station == 0) {
                sums.enters(now);
            } else if (level[station] > 0) {
                if (held[station - 1] > 0) {
                    release(station - 1);
                    moved = true;
                } else {
                    sums.held(station, level[station], now);
                    level[station]--;
                }
            } else if (held[station - 1] > 0) {
                release(station - 1);
                moved = true;
            } else {
                break;
            }
            start(station);
        }
        while (station > 0 && level[station] < room[station] && held[station - 1] > 0) {
            sums.held(station, level[station], now);
            level[station]++;
            release(station - 1);
            moved = true;
        }
        return moved;
    }

    private void start(int station) {
        int place = firstPlace[station];
        while (load[place] != EMPTY || down[place]) {
            place++;
        }
        free[station]--;
        load[place] = IN_WORK;
        bad[place] = false;
        if (isDrawn[station]) {
            draws.at(replication, station, begun[station]);
            bad[place] = draws.otherUniform() < badShare[station];
        }
        begun[station]++;
        work[place] = cycle[station].first(draws);
        sums.become(place, WORKING, now);
        plan(place);
    }

    /** When the work on a place ends, or what comes before that. */
    private void plan(int place) {
        if (wearing.inWork(place) && wearing.life(place) < work[place]) {
            pending[place] = BREAKS;
            calendar.set(place, now + wearing.life(place));
        } else {
            pending[place] = DONE;
            calendar.set(place, now + work[place]);
        }
    }

    private void breakInWork(int place) {
        work[place] -= wearing.life(place);
        down[place] = true;
        sums.become(place, DOWN, now);
        pending[place] = REPAIRED;
        calendar.set(place, now + wearing.repair(place));
    }

    private void resume(int place) {
        down[place] = false;
        wearing.renew(place);
        sums.become(place, WORKING, now);
        plan(place);
    }

    /** A breakdown by the clock, or the end of its repair. */
    private void strike(int place) {
        int station = stationOf[place];
        if (!down[place]) {
            lastKind = BREAKS;
            down[place] = true;
            if (load[place] == IN_WORK) {
                work[place] = calendar.at(place) - now;
                calendar.set(place, Double.POSITIVE_INFINITY);
            } else if (load[place] == EMPTY) {
                free[station]--;
            }
            sums.become(place, DOWN, now);
            calendar.set(places + place, now + wearing.repair(place));
            return;
        }
        lastKind = REPAIRED;
        down[place] = false;
        wearing.renew(place);
        calendar.set(places + place, now + wearing.life(place));
        switch (load[place]) {
            case IN_WORK -> {
                sums.become(place, WORKING, now);
                plan(place);
            }
            case FINISHED -> sums.become(place, BLOCKED, now);
            default -> {
                sums.become(place, STARVED, now);
                free[station]++;
                cascade(station);
            }
        }
    }

    double now() {
        return now;
    }

    long events() {
        return events;
    }

    int lastPlace() {
        return lastPlace;
    }

    byte lastKind() {
        return lastKind;
    }

    int places() {
        return places;
    }

    int stationOf(int place) {
        return stationOf[place];
    }

    int level(int station) {
        return level[station];
    }

    LineSums sums() {
        return sums;
    }

    Activity activity() {
        return activity;
    }
}
