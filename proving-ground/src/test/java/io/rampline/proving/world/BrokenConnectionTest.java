package io.rampline.proving.world;

import static io.rampline.proving.world.ScriptedBook.booking;
import static io.rampline.proving.world.ScriptedBook.named;
import static io.rampline.proving.world.ScriptedBook.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.orderbook.BookState.Condition;
import io.rampline.orderbook.Outcome;
import io.rampline.orderbook.Request;
import io.rampline.orderbook.SteppedBook;
import io.rampline.promise.Answer;
import io.rampline.promise.Command;
import io.rampline.promise.OrderTable;
import io.rampline.proving.world.FaultyLedger.Fault;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What the engine does when the line to its database breaks at the worst moment. */
class BrokenConnectionTest {
    private final ScriptedBook scripted;

    BrokenConnectionTest() throws SQLException {
        scripted = new ScriptedBook();
    }

    @Test
    void aCommitThatEndsAfterItsConnectionBrokeIsFoundAndAnswered() {
        scripted.nextAppends(Fault.LOST_WHILE_IT_SUCCEEDS);
        assertThat(answer(scripted.ask(booking("A")))).isInstanceOf(Answer.Booked.class);
        assertThat(scripted.book.state().condition()).isEqualTo(new Condition.Serving());
        assertThat(scripted.record.position()).isEqualTo(1);
    }

    @Test
    void aCommitThatFailsAfterItsConnectionBrokeIsMadeAgain() {
        scripted.nextAppends(Fault.LOST_WHILE_IT_FAILS, Fault.LOST_BEFORE, Fault.LOST_AFTER);
        assertThat(answer(scripted.ask(booking("A")))).isInstanceOf(Answer.Booked.class);
        assertThat(scripted.record.position()).isEqualTo(1);
    }

    @Test
    void aRequestThatWritesNoEntryIsKeptOnceWhenItsConnectionBreaks() {
        int there = scripted.network.resources().getFirst().units().get(3);
        Command same = new Command.SetCapacity(0, 3, there);
        scripted.nextAppends(Fault.LOST_WHILE_IT_SUCCEEDS);
        assertThat(answer(scripted.ask(named("again", same)))).isInstanceOf(Answer.CapacitySet.class);
        assertThat(scripted.ask(named("again", same)))
                .isInstanceOfSatisfying(
                        Outcome.Answered.class,
                        told -> assertThat(told.repeated()).isTrue());
    }

    @Test
    void whatWasWrittenBeforeAnotherEngineCameIsNotDenied() {
        scripted.nextAppends(Fault.LOST_AFTER);
        scripted.atPause(() -> scripted.record.takeOver("another"));
        assertThat(answer(scripted.ask(booking("A")))).isInstanceOf(Answer.Booked.class);
        assertThat(scripted.ask(booking("B"))).isInstanceOf(Outcome.Unavailable.class);
        assertThat(scripted.book.state().condition()).isEqualTo(new Condition.Fenced());
    }

    @Test
    void anEngineThatWasReplacedAnswersNothingFromMemory() throws SQLException {
        scripted.ask(booking("A"));
        SteppedBook second = scripted.open();
        ScriptedBook.ask(second, named("c", new Command.Cancel("A")));
        assertThat(scripted.ask(booking("A"))).isInstanceOf(Outcome.Unavailable.class);
        assertThat(scripted.ask(booking("A"))).isInstanceOf(Outcome.Unavailable.class);
    }

    @Test
    void aServerThatDoesNotStartYetIsTriedAgain() {
        int[] tries = {0};
        scripted.whenReconnecting(() -> {
            if (++tries[0] < 4) {
                throw new IllegalStateException("no room on the disk");
            }
        });
        scripted.nextAppends(Fault.NOT_NOW, Fault.NOT_NOW, Fault.NOT_NOW, Fault.LOST_BEFORE);
        assertThat(answer(scripted.ask(booking("A")))).isInstanceOf(Answer.Booked.class);
        assertThat(tries[0]).isEqualTo(4);
        assertThat(scripted.book.state().condition()).isEqualTo(new Condition.Serving());
    }

    @Test
    void whoeverWaitsTooLongIsToldThatNothingIsKnown() {
        Fault[] long20 = new Fault[20];
        Arrays.fill(long20, Fault.LOST_BEFORE);
        scripted.nextAppends(long20);
        assertThat(scripted.ask(booking("A"))).isInstanceOf(Outcome.Unknown.class);
        assertThat(scripted.record.position()).isEqualTo(1);
        assertThat(scripted.ask(booking("A")))
                .isInstanceOfSatisfying(
                        Outcome.Answered.class,
                        told -> assertThat(told.repeated()).isTrue());
    }

    @Test
    void whoeverWaitsDoesNotWaitLongerBecauseTheClockIsSetBack() {
        Fault[] long20 = new Fault[20];
        Arrays.fill(long20, Fault.LOST_BEFORE);
        scripted.nextAppends(long20);
        scripted.atPause(() -> scripted.setClock(Duration.ofHours(-1)));
        assertThat(scripted.ask(booking("A"))).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void nobodyIsLeftWaitingWhenTheBookStops() {
        CompletableFuture<Outcome> first = scripted.book.submit(booking("A"));
        CompletableFuture<Outcome> second = scripted.book.submit(booking("B"));
        scripted.atPause(() -> {
            throw new IllegalStateException("the clock is gone");
        });
        scripted.nextAppends(Fault.LOST_AFTER);
        assertThat(scripted.book.turn()).isFalse();
        assertThat(first.join()).isInstanceOf(Outcome.Unknown.class);
        assertThat(second.join()).isInstanceOf(Outcome.Unknown.class);
        assertThat(scripted.book.submit(booking("C")).join()).isInstanceOf(Outcome.Unavailable.class);
    }

    @Test
    void aRequestAskedTwiceInOneBatchIsToldTheSameTwice() {
        for (int i = 0; i < 6; i++) {
            scripted.ask(Request.of("ann", new Command.Book(order("o" + i, 3))));
        }
        Command cut = new Command.SetCapacity(0, 3, 0);
        CompletableFuture<Outcome> first = scripted.book.submit(named("cut", cut));
        CompletableFuture<Outcome> again = scripted.book.submit(named("cut", cut));
        CompletableFuture<Outcome> after = scripted.book.submit(booking("later"));
        for (int turn = 0; turn < 5; turn++) {
            scripted.book.turn();
        }
        assertThat(((Answer.CapacitySet) answer(first.join())).moved()).isPositive();
        assertThat(answer(again.join())).isEqualTo(answer(first.join()));
        assertThat(answer(after.join())).isInstanceOf(Answer.Booked.class);
    }

    @Test
    void takingOverAnOrderThatIsThereAlreadyMayBeAskedAgain() {
        scripted.ask(booking("A"));
        Command takeOver = new Command.TakeOver(order("A"), OrderTable.NEVER_PROMISED);
        Answer first = answer(scripted.ask(named("t", takeOver)));
        assertThat(answer(scripted.ask(named("t", takeOver)))).isEqualTo(first);
    }

    private static Answer answer(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Answered.class);
        return ((Outcome.Answered) outcome).answer();
    }
}
