package io.rampline.desk.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who may watch, and for how long. */
class EventStreamTest {
    /** Takes one event; whoever read it has gone then. */
    private static final class Gone extends OutputStream {
        private int flushes;

        @Override
        public void write(int one) throws IOException {
            if (flushes > 0) {
                throw new IOException("nobody reads any more");
            }
        }

        @Override
        public void flush() {
            flushes++;
        }
    }

    private static Reply.Stream watching(EventStream events) {
        return (Reply.Stream) events.of(() -> true, json -> json.writeNumberField("done", 1));
    }

    @Test
    void aPlaceIsTakenBeforeTheAnswerBeginsAndFreeWhenItIsOver() {
        EventStream events = new EventStream("tests", 2, 8, new Door());
        Reply.Stream first = watching(events);
        watching(events);

        assertThatThrownBy(() -> watching(events)).isInstanceOf(Problem.class).hasMessage("2 watch tests already");
        first.over().run();
        assertThat(watching(events).type()).isEqualTo(Reply.EVENTS);
        assertThatThrownBy(() -> watching(events)).isInstanceOf(Problem.class);
    }

    @Test
    void whoHasGoneIsNoticedThoughNothingChanges() {
        Reply.Stream stream = watching(new EventStream("tests", new Door()));
        CompletableFuture<String> course = CompletableFuture.supplyAsync(() -> {
            try {
                stream.course().write(new Gone());
                return "ended by itself";
            } catch (IOException gone) {
                return String.valueOf(gone.getMessage());
            }
        });

        assertThat(course.orTimeout(30, TimeUnit.SECONDS).join()).isEqualTo("nobody reads any more");
    }
}
