package io.rampline.orderbook.record;

import java.time.Instant;

/**
 * Something the house said or set, as it stands in the record.
 *
 * @param position from 1 on, without a gap
 * @param kind label of a {@link NoticeKind}
 * @param recordedAt wall clock
 * @param actor who said it
 * @param reason in that person's words; may be empty
 * @param subject what it is about; empty for the book as a whole
 * @param body one JSON object
 */
public record Notice(
        long position, String kind, Instant recordedAt, String actor, String reason, String subject, String body) {

    /** Whether it is of a kind. */
    public boolean is(NoticeKind asked) {
        return kind.equals(asked.label());
    }

    /** Something that is to be said. */
    public record Draft(NoticeKind kind, String subject, String body) {
        /** What is said of a file that a book is made of. */
        static Draft ofFile(String path, byte[] content) {
            JsonText body = new JsonText();
            body.begin();
            body.number("bytes", content.length);
            body.text("sha256", Hash.over(content).toString());
            return new Draft(NoticeKind.SCENARIO_FILE, path, body.end());
        }
    }
}
