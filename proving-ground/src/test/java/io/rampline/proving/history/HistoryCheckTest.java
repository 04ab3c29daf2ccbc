package io.rampline.proving.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.factory.Configuration;
import io.rampline.factory.Network;
import io.rampline.orderbook.Outcome;
import io.rampline.orderbook.Request;
import io.rampline.orderbook.record.BookRows;
import io.rampline.orderbook.record.EntryText;
import io.rampline.orderbook.record.Hash;
import io.rampline.promise.Answer;
import io.rampline.promise.Command;
import io.rampline.promise.Entry;
import io.rampline.promise.Order;
import io.rampline.promise.PromiseEngine;
import io.rampline.proving.fault.PlainFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The checker itself: it lets a right history pass and finds each kind of wrong one. */
class HistoryCheckTest {
    private final Network network = PlainFactory.network(1);
    private final List<Operation> operations = new ArrayList<>();
    private final List<BookRows.Row> rows = new ArrayList<>();
    private final PromiseEngine engine = new PromiseEngine(network, this::write);
    private String actor = "";

    @Test
    void aRightHistoryPasses() {
        Answer first = done("a", book("A"), 1, 2);
        done("b", book("B"), 1, 4);
        operations.add(new Operation(Request.of("c", book("A")), 5, 6, new Outcome.Answered(first, true)));
        ask("d", new Command.Cancel("nobody"), 7, 8);
        operations.add(new Operation(Request.of("e", book("E")), 7, 8, new Outcome.Unknown("cut")));
        assertThat(flaws()).isEmpty();
    }

    @Test
    void anAcknowledgedOrderThatIsNotThereIsFound() {
        done("a", book("A"), 1, 2);
        rows.clear();
        assertThat(flaws()).isNotEmpty();
    }

    @Test
    void aTurnedAwayOrderThatIsThereIsFound() {
        ask("a", book("A"), 1, 2);
        operations.set(0, new Operation(Request.of("a", book("A")), 1, 2, new Outcome.Unavailable("down")));
        assertThat(flaws()).isNotEmpty();
    }

    @Test
    void aWrongDateIsFound() {
        done("a", book("A"), 1, 2);
        Answer wrong = ((Answer.Booked) done("b", book("B"), 3, 4));
        operations.set(0, new Operation(Request.of("a", book("A")), 1, 2, new Outcome.Answered(wrong, false)));
        assertThat(flaws()).isNotEmpty();
    }

    @Test
    void anOrderOfAnswersThatTimeForbidsIsFound() {
        done("late", book("A"), 10, 12);
        done("early", book("B"), 1, 3);
        assertThat(flaws()).singleElement().asString().contains("which began when it had ended");
    }

    @Test
    void aRefusalThatWasNeverTrueIsFound() {
        done("a", book("A"), 1, 2);
        Answer refused = new PromiseEngine(network).apply(new Command.Cancel("A"));
        operations.add(
                new Operation(Request.of("b", new Command.Cancel("A")), 3, 4, new Outcome.Answered(refused, false)));
        assertThat(flaws()).singleElement().asString().contains("expected another one at every position");
    }

    @Test
    void anEntryThatNobodyAskedForIsFound() {
        done("a", book("A"), 1, 2);
        operations.clear();
        assertThat(flaws()).isNotEmpty();
    }

    private static Command book(String id) {
        return new Command.Book(
                new Order(id, 5, 0, new Configuration("home", "A", "x", List.of()), Order.AS_SOON_AS_POSSIBLE, 0));
    }

    private Answer done(String by, Command command, long begin, long end) {
        actor = by;
        Answer answer = engine.apply(command);
        operations.add(new Operation(Request.of(by, command), begin, end, new Outcome.Answered(answer, false)));
        return answer;
    }

    private void ask(String by, Command command, long begin, long end) {
        done(by, command, begin, end);
    }

    private void write(Entry entry) {
        EntryText text = new EntryText(network);
        rows.add(new BookRows.Row(
                entry.position(), EntryText.kind(entry), 0, actor, "", entry.orderId(), text.body(entry), Hash.START));
    }

    private List<String> flaws() {
        return HistoryCheck.flaws(network, operations, rows);
    }
}
