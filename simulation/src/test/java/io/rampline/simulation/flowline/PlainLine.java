package io.rampline.simulation.flowline;

import io.rampline.factory.FlowLine;
import io.rampline.factory.Station;
import io.rampline.factory.Station.Rework;
import io.rampline.factory.Station.Wear;
import io.rampline.simulation.futures.Draws;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The same line told plainly: objects, a queue of events, and all stations looked at after each of them. */
final class PlainLine {
    /** A job; all that is known of it is whether it has to be done again where it is now. */
    private static final class Job {
        private boolean bad;
        private boolean done;
        private double left;
    }

    private static final class Place {
        private final int number;
        private final Shop shop;
        private @Nullable Job job;
        private boolean down;
        private double life;
        private double repair;
        private int lives;
        private @Nullable Event next;

        private Place(int number, Shop shop) {
            this.number = number;
            this.shop = shop;
        }
    }

    private static final class Shop {
        private final int position;
        private final Station station;
        private final List<Place> places = new ArrayList<>();
        private final Deque<Job> buffer = new ArrayDeque<>();
        private final Deque<Job> yard = new ArrayDeque<>();
        private final Deque<Place> finished = new ArrayDeque<>();
        private int begun;

        private Shop(int position, Station station) {
            this.position = position;
            this.station = station;
        }
    }

    record Event(double at, int timer, Place place, byte kind) {}

    private final List<Shop> shops = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingDouble(Event::at).thenComparingInt(Event::timer));
    private final Draws draws;
    private double now;
    private int out;

    PlainLine(FlowLine line, long seed) {
        draws = new Draws(seed);
        for (Station station : line.stations()) {
            Shop shop = new Shop(shops.size(), station);
            shops.add(shop);
            for (int i = 0; i < station.places(); i++) {
                Place place = new Place(places.size(), shop);
                places.add(place);
                shop.places.add(place);
            }
        }
        for (Place place : places) {
            renew(place);
            if (byClock(place)) {
                post(place.life, places.size() + place.number, place, LineRun.BREAKS);
            }
        }
        moveAll();
    }

    int out() {
        return out;
    }

    /** The next event as text: when, which place, what. */
    String step() {
        Event event = events.remove();
        now = event.at();
        Place place = event.place();
        switch (event.kind()) {
            case LineRun.DONE -> {
                Job job = place.job;
                job.done = true;
                if (inWork(place)) {
                    place.life -= job.left;
                }
                finish(place, job);
            }
            case LineRun.BREAKS -> breaks(place);
            default -> repaired(place);
        }
        moveAll();
        return now + " " + place.number + " " + event.kind();
    }

    private void finish(Place place, Job job) {
        Shop shop = place.shop;
        if (job.bad) {
            place.job = null;
            shops.get(shop.station.rework().map(Rework::toStation).orElseThrow())
                    .yard
                    .add(job);
        } else if (shop.position == shops.size() - 1) {
            place.job = null;
            out++;
        } else {
            shop.finished.add(place);
        }
    }

    private void breaks(Place place) {
        place.down = true;
        if (byClock(place)) {
            if (place.job != null && !place.job.done) {
                place.job.left = place.next.at() - now;
                events.remove(place.next);
            }
            post(now + place.repair, places.size() + place.number, place, LineRun.REPAIRED);
        } else {
            place.job.left -= place.life;
            place.next = post(now + place.repair, place.number, place, LineRun.REPAIRED);
        }
    }

    private void repaired(Place place) {
        place.down = false;
        renew(place);
        if (byClock(place)) {
            post(now + place.life, places.size() + place.number, place, LineRun.BREAKS);
        }
        if (place.job != null && !place.job.done) {
            work(place);
        }
    }

    /** As long as anything can move, it does, what is furthest back in the line first. */
    private void moveAll() {
        int at = shops.size() - 1;
        while (at >= 0) {
            at = move(shops.get(at)) ? shops.size() - 1 : at - 1;
        }
    }

    private boolean move(Shop shop) {
        Shop before = shop.position == 0 ? null : shops.get(shop.position - 1);
        for (Place place : shop.places) {
            if (place.job == null && !place.down) {
                Job job = next(shop, before);
                if (job != null) {
                    begin(place, job);
                    return true;
                }
            }
        }
        if (before != null && !before.finished.isEmpty() && shop.buffer.size() < shop.station.bufferBefore()) {
            shop.buffer.add(take(before));
            return true;
        }
        return false;
    }

    private static @Nullable Job next(Shop shop, @Nullable Shop before) {
        if (!shop.yard.isEmpty()) {
            return shop.yard.remove();
        }
        if (before == null) {
            return new Job();
        }
        if (!shop.buffer.isEmpty()) {
            return shop.buffer.remove();
        }
        return before.finished.isEmpty() ? null : take(before);
    }

    private static Job take(Shop shop) {
        Place place = shop.finished.remove();
        Job job = place.job;
        place.job = null;
        return job;
    }

    private void begin(Place place, Job job) {
        Station station = place.shop.station;
        draws.at(0, place.shop.position, place.shop.begun++);
        job.bad = draws.otherUniform() < station.rework().map(Rework::share).orElse(0.0);
        job.done = false;
        job.left = Sampler.of(station.cycle()).first(draws);
        place.job = job;
        work(place);
    }

    private void work(Place place) {
        Job job = place.job;
        boolean breaksFirst = inWork(place) && place.life < job.left;
        place.next = post(
                now + (breaksFirst ? place.life : job.left),
                place.number,
                place,
                breaksFirst ? LineRun.BREAKS : LineRun.DONE);
    }

    private Event post(double at, int timer, Place place, byte kind) {
        Event event = new Event(at, timer, place, kind);
        events.add(event);
        return event;
    }

    private void renew(Place place) {
        place.shop.station.breakdowns().ifPresent(breakdowns -> {
            draws.at(0, FlowLine.STATIONS_MAX + place.number, place.lives++);
            place.life = -breakdowns.meanSecondsBetween() * StrictMath.log(draws.uniform());
            place.repair = Sampler.of(breakdowns.repair()).other(draws);
        });
    }

    private static boolean inWork(Place place) {
        return place.shop.station.breakdowns().isPresent() && !byClock(place);
    }

    private static boolean byClock(Place place) {
        return place.shop
                .station
                .breakdowns()
                .map(breakdowns -> breakdowns.wear() == Wear.CLOCK)
                .orElse(false);
    }
}
