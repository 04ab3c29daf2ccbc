package io.rampline.desk.http;

import io.rampline.desk.futures.LiveCount;
import io.rampline.desk.futures.StatedBook;
import io.rampline.desk.futures.StatedReliability;
import io.rampline.factory.Week;
import io.rampline.simulation.window.StatedHistory.Learnt;
import io.rampline.simulation.window.StatedWeek;
import java.util.List;
import java.util.Optional;

/**
 * What the desk has stated of the book's dates, a notice a week, and what that teaches. The record is read once a week
 * and when the plan changes. For one thread at a time but for {@link #last}.
 */
final class StatedWindows {
    private final Book book;
    private volatile Optional<Known> known = Optional.empty();

    /** What was learnt, and as of when. */
    private record Known(
            Week week, String plan, List<StatedWeek> weeks, Learnt learnt, StatedReliability reliability) {}

    StatedWindows(Book book) {
        this.book = book;
    }

    /** What was learnt last; empty before the first count. */
    Optional<Learnt> last() {
        return known.map(Known::learnt);
    }

    /** How what was stated has come out; empty before the first count. */
    Optional<StatedReliability> reliability() {
        return known.map(Known::reliability);
    }

    /** What is known in a week under a plan. */
    Learnt learn(Week week, String plan) {
        Optional<Known> before = known;
        if (before.isPresent()
                && before.get().week().equals(week)
                && before.get().plan().equals(plan)) {
            return before.get().learnt();
        }
        List<StatedWeek> weeks = StatedBook.read(book.notices().all());
        StatedBook stated = stated();
        Learnt learnt = stated.learn(weeks, week, plan);
        known = Optional.of(new Known(week, plan, weeks, learnt, stated.reliability(weeks, week)));
        return learnt;
    }

    /** Notes what a count states, once a week. */
    void state(LiveCount count) {
        List<StatedWeek> weeks = known.map(Known::weeks).orElse(List.of());
        if (!weeks.isEmpty() && weeks.getLast().week() >= count.week().number()) {
            return;
        }
        book.notices().post("desk", "", List.of(stated().state(count, weeks)));
        List<StatedWeek> now = StatedBook.read(book.notices().all());
        known = known.map(
                before -> new Known(before.week(), before.plan(), now, before.learnt(), before.reliability()));
    }

    private StatedBook stated() {
        Book.Reader reader = book.reader();
        return new StatedBook(book.network(), reader::history, entry -> book.timeOf(entry.recordedAt()));
    }
}
