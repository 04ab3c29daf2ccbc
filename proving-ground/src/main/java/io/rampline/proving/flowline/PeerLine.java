package io.rampline.proving.flowline;

import io.rampline.factory.FlowLine;
import io.rampline.factory.Station;
import io.rampline.factory.Station.Breakdowns;
import io.rampline.factory.Times;
import io.rampline.simulation.futures.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;

/**
 * A line of single places with breakdowns in work and no rework, on the event list of SSJ (Stochastic Simulation in
 * Java, University of Montreal). One event object for each station, scheduled again and again as its authors advise;
 * the same numbers at the same addresses as ours, so that both must let the same jobs through.
 */
final class PeerLine {
    private final Simulator simulator = new Simulator();
    private final Draws draws;
    private final List<Shop> shops = new ArrayList<>();
    private long events;
    private long jobs;

    PeerLine(FlowLine line, long seed) {
        draws = new Draws(seed);
        simulator.init();
        for (Station station : line.stations()) {
            if (station.places() != 1 || station.rework().isPresent()) {
                throw new IllegalArgumentException("found " + station + ", expected one place and no rework");
            }
            shops.add(new Shop(shops.size(), station));
        }
        shops.forEach(Shop::renew);
        shops.getFirst().begin();
    }

    /** Runs until a moment. */
    void run(double seconds) {
        new Event(simulator) {
            @Override
            public void actions() {
                simulator.stop();
            }
        }.schedule(seconds);
        simulator.start();
    }

    long events() {
        return events;
    }

    long jobs() {
        return jobs;
    }

    /** A station; its event is the end of its job, its breakdown or the end of its repair. */
    private final class Shop extends Event {
        private final int position;
        private final Station station;
        private final Optional<Breakdowns> breakdowns;
        private int level;
        private int begun;
        private int lives;
        private boolean busy;
        private boolean finished;
        private boolean down;
        private boolean breaks;
        private double work;
        private double life = Double.POSITIVE_INFINITY;
        private double repair;

        private Shop(int position, Station station) {
            super(simulator);
            this.position = position;
            this.station = station;
            this.breakdowns = station.breakdowns();
        }

        @Override
        public void actions() {
            events++;
            if (down) {
                down = false;
                renew();
                plan();
            } else if (breaks) {
                work -= life;
                down = true;
                schedule(repair);
            } else {
                life -= work;
                finished = true;
                moveOn();
            }
        }

        private void renew() {
            if (breakdowns.isPresent()) {
                draws.at(0, FlowLine.STATIONS_MAX + position, lives++);
                life = -breakdowns.get().meanSecondsBetween() * StrictMath.log(draws.uniform());
                repair = -breakdowns.get().repair().meanSeconds() * StrictMath.log(draws.otherUniform());
            }
        }

        private void begin() {
            busy = true;
            finished = false;
            work = switch (station.cycle()) {
                case Times.Fixed fixed -> fixed.meanSeconds();
                case Times.Exponential exponential -> {
                    draws.at(0, position, begun++);
                    yield -exponential.meanSeconds() * StrictMath.log(draws.uniform());
                }
                case Times.LogNormal other -> throw new IllegalArgumentException("found " + other);
            };
            plan();
        }

        private void plan() {
            breaks = life < work;
            schedule(breaks ? life : work);
        }

        /** The finished job goes where there is room; then the next one comes, and so on up the line. */
        private void moveOn() {
            if (position == shops.size() - 1) {
                jobs++;
            } else {
                Shop next = shops.get(position + 1);
                if (!next.busy) {
                    next.begin();
                } else if (next.level < next.station.bufferBefore()) {
                    next.level++;
                } else {
                    return;
                }
            }
            busy = false;
            finished = false;
            if (position == 0) {
                begin();
                return;
            }
            Shop before = shops.get(position - 1);
            if (level > 0) {
                level--;
                begin();
                if (before.finished) {
                    before.moveOn();
                }
            } else if (before.finished) {
                before.moveOn();
            }
        }
    }
}
