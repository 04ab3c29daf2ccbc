package io.rampline.desk.http;

import io.rampline.desk.futures.LiveLine;
import io.rampline.desk.money.CashFutures;
import io.rampline.desk.money.CashFutures.Built;
import io.rampline.factory.Configuration;
import io.rampline.factory.Decisions;
import io.rampline.factory.Scenario;
import io.rampline.factory.Uncertainty;
import io.rampline.factory.Week;
import io.rampline.orderbook.BookUnavailable;
import io.rampline.promise.PromiseEngine;
import io.rampline.promise.TimeOfBook;
import io.rampline.treasury.cash.CashPlan;
import io.rampline.treasury.cash.Spread;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cash of the book in use, as promised and in futures, counted beside the book from a copy of it: when somebody looks
 * and the book has moved, one count at a time, and never more than a twentieth of the time. What was counted is told
 * until the next count is there, with its age.
 */
final class LiveCash {
    /** Enough for the one in ten; a few seconds of a processor for half a million orders. */
    static final int FUTURES = 60;

    private static final long SEED = 1;
    private static final Duration OLDEST = Duration.ofSeconds(5);
    private static final Duration LEAST_AGE = Duration.ofSeconds(10);
    private static final int REST = 20;

    private final Book book;
    private final Uncertainty uncertainty;
    private final Door door;
    private final Journal journal;
    private final InstantSource clock;
    private final GivingWay way;
    private volatile Optional<Outlook> last = Optional.empty();
    private volatile Progress progress = new Progress(false, 0, Hindrance.NONE, "");

    /**
     * What was counted.
     *
     * @param position of the book
     * @param scenario with the day of the book
     * @param productionKnown whether every product has a cost
     * @param took how long
     */
    record Outlook(
            long position,
            Scenario scenario,
            CashPlan plan,
            Spread spread,
            boolean productionKnown,
            Instant at,
            Duration took) {}

    /**
     * How far a count is.
     *
     * @param hindrance what kept the last one from coming about
     * @param why what kept the last one from coming about; empty for nothing
     */
    record Progress(boolean isCounting, long done, Hindrance hindrance, String why) {}

    /** A book at one position of it. */
    private record Copy(LiveLine line, List<Built> built) {}

    LiveCash(Book book, Uncertainty uncertainty, Door door, Journal journal, InstantSource clock) {
        this.book = book;
        this.uncertainty = uncertainty;
        this.door = door;
        this.journal = journal;
        this.clock = clock;
        this.way = new GivingWay(book, door);
    }

    Progress progress() {
        return progress;
    }

    Duration age(Outlook outlook) {
        Duration age = Duration.between(outlook.at(), clock.instant());
        return age.isNegative() ? Duration.ZERO : age;
    }

    /**
     * What is known; begins another count where that is due.
     *
     * @param granted refunds still to be paid
     */
    Optional<Outlook> look(CashFutures.Granted granted) {
        Optional<Outlook> known = last;
        if (known.isEmpty() || isOutdated(known.get())) {
            begin(granted);
        }
        return known;
    }

    private boolean isOutdated(Outlook outlook) {
        boolean moved = book.state().position() != outlook.position()
                || !Week.of(outlook.scenario().asOf()).equals(Week.of(today()));
        Duration rest = outlook.took().multipliedBy(REST);
        return moved && age(outlook).compareTo(LEAST_AGE) > 0 && age(outlook).compareTo(rest) > 0;
    }

    private LocalDate today() {
        return TimeOfBook.day(book.now());
    }

    private synchronized void begin(CashFutures.Granted granted) {
        if (!progress.isCounting() && !door.isClosing()) {
            progress = new Progress(true, 0, Hindrance.NONE, "");
            Thread.ofPlatform().daemon().name("cash").start(() -> count(granted));
        }
    }

    private void count(CashFutures.Granted granted) {
        door.enter();
        Hindrance hindrance = Hindrance.NONE;
        String why = "";
        try {
            Instant begun = clock.instant();
            LocalDate today = today();
            Copy copy = book.view(OLDEST).ask(engine -> copy(engine, today));
            Optional<Spread> spread = count(copy, granted, begun);
            hindrance = spread.isPresent() ? Hindrance.NONE : Hindrance.CLOSING;
            why = spread.isPresent() ? "" : "the desk closes";
        } catch (BookUnavailable unavailable) {
            hindrance = Hindrance.UNAVAILABLE;
            why = String.valueOf(unavailable.getMessage());
        } catch (RuntimeException fault) {
            hindrance = Hindrance.FAULT;
            why = "a fault of the program; it stands in the log";
            journal.fault("cash", fault);
        } finally {
            progress = new Progress(false, progress.done(), hindrance, why);
            door.leave();
        }
    }

    private Optional<Spread> count(Copy copy, CashFutures.Granted granted, Instant begun) {
        LiveLine line = copy.line();
        Scenario scenario = line.network().scenario();
        CashFutures.Customers customers = new CashFutures.Customers(
                line.network(),
                line.orders(),
                row -> line.promised(row).orElse(CashFutures.NO_WEEK),
                copy.built(),
                granted);
        CashFutures futures = new CashFutures(customers, uncertainty, scenario, Decisions.NONE, SEED);
        CashFutures.Terms terms = futures.terms(scenario);
        CashPlan plan = futures.plan(terms);
        Optional<Spread> spread = futures.spread(List.of(terms), FUTURES, this::goOn).stream()
                .filter(whole -> whole.futures() == FUTURES)
                .findFirst();
        spread.ifPresent(whole -> {
            Instant now = clock.instant();
            last = Optional.of(new Outlook(
                    line.position(),
                    scenario,
                    plan,
                    whole,
                    CashFutures.isProductionKnown(scenario),
                    now,
                    Duration.between(begun, now)));
        });
        return spread;
    }

    private boolean goOn(long done, long most) {
        progress = new Progress(true, done, Hindrance.NONE, "");
        return way.goOn();
    }

    private static Copy copy(PromiseEngine engine, LocalDate today) {
        int now = engine.network().horizon().bucket(Week.of(today));
        int start = engine.network().horizon().start().number();
        Map<Built, Integer> counts = new LinkedHashMap<>();
        for (int row = 0; row < engine.size(); row++) {
            int build = engine.buildBucket(row);
            if (engine.isOpen(row) && build >= 0 && build <= now && engine.deliveryBucket(row) >= 0) {
                Configuration car = engine.order(row).configuration();
                int locked = TimeOfBook.week(engine.order(row).lockedAtMicros()).number() - start;
                counts.merge(new Built(car, locked, engine.deliveryBucket(row), 1), 1, Integer::sum);
            }
        }
        List<Built> built = new ArrayList<>();
        counts.forEach((one, cars) ->
                built.add(new Built(one.configuration(), one.lockedBucket(), one.deliveryBucket(), cars)));
        return new Copy(LiveLine.of(engine, today), built);
    }
}
