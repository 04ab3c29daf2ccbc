package io.rampline.desk.http;

import io.rampline.orderbook.BookUnavailable;
import io.rampline.orderbook.NoticeBoard;
import io.rampline.orderbook.Visitors;
import io.rampline.orderbook.record.Notice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Notices and visitors in memory. */
final class MemoryHouse implements NoticeBoard, Visitors {
    private final List<Notice> notices = new ArrayList<>();
    private final Map<String, List<Visitor>> rooms = new HashMap<>();
    /** Whether the record cannot be read. */
    boolean isAway;

    @Override
    public synchronized List<Notice> all() {
        if (isAway) {
            throw new BookUnavailable("could not read the notices: connection refused");
        }
        return List.copyOf(notices);
    }

    @Override
    public synchronized void post(String actor, String reason, List<Notice.Draft> drafts) {
        for (Notice.Draft draft : drafts) {
            notices.add(new Notice(
                    notices.size() + 1L,
                    draft.kind().label(),
                    Instant.EPOCH,
                    actor,
                    reason,
                    draft.subject(),
                    draft.body()));
        }
    }

    @Override
    public synchronized List<Visitor> of(String room) {
        return List.copyOf(rooms.getOrDefault(room, List.of()));
    }

    @Override
    public synchronized void write(String room, List<Visitor> visitors) {
        rooms.computeIfAbsent(room, _ -> new ArrayList<>()).addAll(visitors);
    }
}
