package io.rampline.orderbook;

import io.rampline.orderbook.record.Notice;
import io.rampline.orderbook.record.NoticeKind;
import java.util.List;
import java.util.Optional;

/** What the house has said and set, oldest first; said once, it stays. Safe for use by several threads. */
public interface NoticeBoard {
    /**
     * Every notice, in order.
     *
     * @throws BookUnavailable when the record cannot be read
     */
    List<Notice> all();

    /**
     * Says something; durable when this returns.
     *
     * @param actor who says it
     * @param reason why, in that person's words; may be empty
     * @throws BookUnavailable when it is not said, or it is not known whether it is: read {@link #all} again
     */
    void post(String actor, String reason, List<Notice.Draft> drafts);

    /** The last notice of a kind. */
    default Optional<Notice> latest(NoticeKind kind) {
        return all().stream().filter(notice -> notice.is(kind)).reduce((_, later) -> later);
    }
}
