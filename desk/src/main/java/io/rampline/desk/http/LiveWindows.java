package io.rampline.desk.http;

import io.rampline.desk.futures.LiveCount;
import io.rampline.desk.futures.LiveLine;
import io.rampline.factory.Week;
import io.rampline.orderbook.BookUnavailable;
import io.rampline.promise.TimeOfBook;
import io.rampline.simulation.window.Levels;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Counts windows of the book in use on a thread of its own, from a copy of the book, one count at a time. While
 * requests wait for the engine it stands back. What is counted is told until the next count is there, with its age.
 *
 * <p>Unasked it counts at the start, in a new week of the book, and when the book has moved by a hundredth of its open
 * orders, but never more than a twentieth of the time.
 */
final class LiveWindows {
    private static final Duration OLDEST = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(30);
    private static final Duration LEAST_AGE = Duration.ofSeconds(30);
    private static final int MOVED_PART = 100;
    private static final int MOVED_LEAST = 20;
    private static final int REST = 20;

    private final Book book;
    private final WindowSettings settings;
    private final Door door;
    private final Journal journal;
    private final InstantSource clock;
    private final StatedWindows stated;
    private final GivingWay way;
    private volatile Optional<Counted> last = Optional.empty();
    private volatile Progress progress = new Progress(false, 0, 0, Hindrance.NONE, "");

    /**
     * A count and when it was made.
     *
     * @param number from 1 on since the desk opened
     * @param at wall clock
     * @param took how long
     */
    record Counted(LiveCount count, int number, Instant at, Duration took) {}

    /**
     * How far a count is.
     *
     * @param hindrance what kept the last one from coming about
     * @param why what kept the last one from coming about; empty for nothing
     */
    record Progress(boolean isCounting, long done, long most, Hindrance hindrance, String why) {}

    LiveWindows(Book book, WindowSettings settings, Door door, Journal journal, InstantSource clock) {
        this.book = book;
        this.settings = settings;
        this.door = door;
        this.journal = journal;
        this.clock = clock;
        this.stated = new StatedWindows(book);
        this.way = new GivingWay(book, door);
    }

    Optional<Counted> last() {
        return last;
    }

    Progress progress() {
        return progress;
    }

    WindowSettings settings() {
        return settings;
    }

    /** What has been stated and learnt. */
    StatedWindows stated() {
        return stated;
    }

    /** Entries of the book since a count. */
    long entriesSince(Counted counted) {
        return Math.max(0, book.state().position() - counted.count().line().position());
    }

    Duration age(Counted counted) {
        Duration age = Duration.between(counted.at(), clock.instant());
        return age.isNegative() ? Duration.ZERO : age;
    }

    /** From now on it counts unasked, where it is set to. */
    void open() {
        if (settings.unasked()) {
            Thread.ofVirtual().name("windows due").start(this::watch);
        }
    }

    private void watch() {
        try {
            while (!door.isClosing()) {
                if (isDue()) {
                    begin();
                }
                Thread.sleep(progress.why().isEmpty() ? BETWEEN_LOOKS : AFTER_TROUBLE);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isDue() {
        Optional<Counted> known = last;
        if (known.isEmpty()) {
            return true;
        }
        Counted counted = known.get();
        if (!counted.count().week().equals(Week.of(today()))) {
            return true;
        }
        long moved = Math.max(MOVED_LEAST, counted.count().line().open() / MOVED_PART);
        Duration rest = counted.took().multipliedBy(REST);
        return entriesSince(counted) >= moved
                && age(counted).compareTo(LEAST_AGE) > 0
                && age(counted).compareTo(rest) > 0;
    }

    private LocalDate today() {
        return TimeOfBook.day(book.now());
    }

    /** Begins a count unless one is under way. */
    synchronized void begin() {
        if (progress.isCounting()) {
            return;
        }
        progress = new Progress(true, 0, settings.futures(), Hindrance.NONE, "");
        Thread.ofPlatform().daemon().name("windows").start(this::count);
    }

    private void count() {
        door.enter();
        try {
            Instant begun = clock.instant();
            LocalDate today = today();
            LiveLine line = book.view(OLDEST).ask(engine -> LiveLine.of(engine, today));
            Levels levels = stated.learn(Week.of(today), line.plan()).levels();
            Optional<LiveCount> count =
                    LiveCount.of(line, settings.uncertainty(), settings.asked(), levels, this::goOn);
            if (count.isPresent()) {
                stated.state(count.get());
                Instant now = clock.instant();
                int number = 1 + last.map(Counted::number).orElse(0);
                last = Optional.of(new Counted(count.get(), number, now, Duration.between(begun, now)));
            }
            end(count.isPresent() ? Hindrance.NONE : Hindrance.CLOSING, count.isPresent() ? "" : "the desk closes");
        } catch (BookUnavailable unavailable) {
            end(Hindrance.UNAVAILABLE, String.valueOf(unavailable.getMessage()));
        } catch (RuntimeException fault) {
            end(Hindrance.FAULT, "a fault of the program; it stands in the log");
            journal.fault("windows", fault);
        } finally {
            door.leave();
        }
    }

    private void end(Hindrance hindrance, String why) {
        progress = new Progress(false, progress.done(), progress.most(), hindrance, why);
    }

    /** Whoever waits for the engine goes first. */
    private boolean goOn(long done, long most) {
        progress = new Progress(true, done, most, Hindrance.NONE, "");
        return way.goOn();
    }
}
