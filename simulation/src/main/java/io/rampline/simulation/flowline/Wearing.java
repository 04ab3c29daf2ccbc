package io.rampline.simulation.flowline;

import io.rampline.factory.FlowLine;
import io.rampline.factory.Station;
import io.rampline.factory.Station.Breakdowns;
import io.rampline.factory.Station.Wear;
import io.rampline.simulation.futures.Draws;
import java.util.Arrays;
import java.util.List;

/** Breakdowns of all places: how long each still runs, and how long its next repair will take. */
final class Wearing {
    private final Draws draws;
    private final long replication;
    private final boolean[] breaks;
    private final boolean[] byClock;
    private final double[] meanLife;
    private final Sampler[] repairs;
    private final double[] life;
    private final double[] repair;
    private final int[] lives;
    private final boolean anyByClock;

    Wearing(List<Station> stations, int[] stationOf, Draws draws, long replication) {
        this.draws = draws;
        this.replication = replication;
        int places = stationOf.length;
        breaks = new boolean[places];
        byClock = new boolean[places];
        meanLife = new double[places];
        repairs = new Sampler[places];
        life = new double[places];
        repair = new double[places];
        lives = new int[places];
        Arrays.fill(life, Double.POSITIVE_INFINITY);
        boolean clock = false;
        for (int place = 0; place < places; place++) {
            Station station = stations.get(stationOf[place]);
            repairs[place] =
                    Sampler.of(station.breakdowns().map(Breakdowns::repair).orElse(station.cycle()));
            if (station.breakdowns().isPresent()) {
                breaks[place] = true;
                meanLife[place] = station.breakdowns().get().meanSecondsBetween();
                byClock[place] = station.breakdowns().get().wear() == Wear.CLOCK;
                clock |= byClock[place];
                renew(place);
            }
        }
        anyByClock = clock;
    }

    boolean anyByClock() {
        return anyByClock;
    }

    boolean byClock(int place) {
        return byClock[place];
    }

    boolean inWork(int place) {
        return breaks[place] && !byClock[place];
    }

    /** Seconds that the place still runs; of work, or of the clock from its last repair on. */
    double life(int place) {
        return life[place];
    }

    void use(int place, double seconds) {
        life[place] -= seconds;
    }

    double repair(int place) {
        return repair[place];
    }

    /** A place is whole again. */
    void renew(int place) {
        draws.at(replication, FlowLine.STATIONS_MAX + place, lives[place]++);
        life[place] = -meanLife[place] * StrictMath.log(draws.uniform());
        repair[place] = repairs[place].other(draws);
    }
}
