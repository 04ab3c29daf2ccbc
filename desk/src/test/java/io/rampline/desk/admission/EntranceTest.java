package io.rampline.desk.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rampline.desk.admission.WaitingRoom.Place;
import io.rampline.orderbook.BookUnavailable;
import io.rampline.orderbook.NoticeBoard;
import io.rampline.orderbook.Visitors;
import io.rampline.orderbook.record.Notice;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class EntranceTest {
    private static final byte[] SEED = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final long OPENS = 1_000_000_000L;

    private final Written written = new Written();
    private final AtomicLong now = new AtomicLong(1);

    /** What is written down, and a database that can be away. */
    private static final class Written implements Visitors {
        private final Map<String, Visitor> rows = new LinkedHashMap<>();
        private final AtomicInteger failures = new AtomicInteger();
        private boolean isFenced;

        @Override
        public synchronized List<Visitor> of(String room) {
            return List.copyOf(rows.values());
        }

        @Override
        public synchronized void write(String room, List<Visitor> visitors) {
            if (isFenced) {
                throw new IllegalStateException("another engine has the book");
            }
            // As after a lost answer: it may be written all the same.
            boolean isLost = failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
            visitors.forEach(visitor -> rows.putIfAbsent(visitor.name(), visitor));
            if (isLost) {
                throw new BookUnavailable("away");
            }
        }
    }

    @Test
    void aRestartTakesNobodysPlaceAway() throws Exception {
        Entrance before = entrance();
        now.set(OPENS - 10);
        comeTogether(before, 0, 300);
        now.set(OPENS + 1);
        before.enter("late-1");
        before.enter("late-2");
        Map<String, Place> places = places(before);
        assertThat(places.values()).doesNotContain(new Place.NotHere());

        Entrance after = entrance();

        assertThat(places(after)).isEqualTo(places);
        after.enter("late-3");
        before.enter("late-3");
        assertThat(after.room().place("late-3", now.get()))
                .isEqualTo(before.room().place("late-3", now.get()));
    }

    @Test
    void whoIsWrittenDownWithoutAnAnswerIsWrittenAgainAndNobodyIsDrawnMeanwhile() {
        written.failures.set(3);
        Entrance entrance = entrance();
        now.set(OPENS - 1);

        assertThat(entrance.enter("anna")).isInstanceOf(Place.BeforeTheDraw.class);
        assertThat(written.rows).containsOnlyKeys("anna");
        now.set(OPENS);
        assertThat(entrance.enter("anna")).isInstanceOf(Place.Admitted.class);
    }

    @Test
    void theDrawWaitsForThoseWhoAreBeingWrittenDown() {
        WaitingRoom room = new WaitingRoom(SEED, OPENS, 1);
        assertThat(room.expect(OPENS - 1)).isTrue();

        assertThat(room.enter("never", OPENS - 1)).isInstanceOf(Place.BeforeTheDraw.class);
        assertThat(room.expect(OPENS - 1)).isTrue();
        assertThat(room.place("never", OPENS + 5)).isEqualTo(new Place.BeforeTheDraw(1, 0));
        room.let(List.of("anna"), true);
        assertThat(room.place("anna", OPENS + 5)).isNotInstanceOf(Place.BeforeTheDraw.class);
        assertThat(room.expect(OPENS + 5)).isFalse();
    }

    @Test
    void anEngineThatLostTheBookLetsNobodyIn() {
        written.isFenced = true;
        Entrance entrance = entrance();

        assertThatThrownBy(() -> entrance.enter("anna")).isInstanceOf(BookUnavailable.class);
        assertThat(entrance.room().isHere("anna")).isFalse();
    }

    @Test
    void aRoomThatHasBeenDrawnOpensAtNoOtherMoment() {
        List<Notice> notices = new ArrayList<>();
        NoticeBoard board = new NoticeBoard() {
            @Override
            public List<Notice> all() {
                return List.copyOf(notices);
            }

            @Override
            public void post(String actor, String reason, List<Notice.Draft> drafts) {
                drafts.forEach(draft -> notices.add(new Notice(
                        notices.size() + 1L, draft.kind().label(), Instant.EPOCH, actor, reason, "", draft.body())));
            }
        };
        RoomNotice.opened(new WaitingRoom(SEED, OPENS, 1), board, written, now::get);
        RoomNotice.opened(new WaitingRoom(SEED, OPENS, 1), board, written, now::get);
        RoomNotice.opened(new WaitingRoom(SEED, OPENS + 60, 2), board, written, now::get);
        assertThat(notices).as("moved before the draw, and said once each").hasSize(2);

        now.set(OPENS + 60);

        assertThatThrownBy(() -> RoomNotice.opened(new WaitingRoom(SEED, OPENS + 90, 2), board, written, now::get))
                .hasMessageContaining("the moment at which a room of this seed was drawn");
        RoomNotice.opened(new WaitingRoom(SEED, OPENS + 60, 5), board, written, now::get);
        assertThat(notices).hasSize(3);
    }

    private Entrance entrance() {
        return new Entrance(new WaitingRoom(SEED, OPENS, 0.1), written, now::get);
    }

    private static void comeTogether(Entrance entrance, int from, int to) throws Exception {
        try (ExecutorService visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Place>> told = new ArrayList<>();
            for (int i = from; i < to; i++) {
                String name = "c" + i;
                told.add(visitors.submit(() -> entrance.enter(name)));
            }
            for (var one : told) {
                assertThat(one.get()).isInstanceOf(Place.BeforeTheDraw.class);
            }
        }
    }

    private Map<String, Place> places(Entrance entrance) {
        Map<String, Place> places = new LinkedHashMap<>();
        for (int i = 0; i < 300; i++) {
            places.put("c" + i, entrance.room().place("c" + i, now.get()));
        }
        places.put("late-1", entrance.room().place("late-1", now.get()));
        places.put("late-2", entrance.room().place("late-2", now.get()));
        return places;
    }
}
