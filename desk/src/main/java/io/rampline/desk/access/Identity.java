package io.rampline.desk.access;

/** What is known of somebody who asks. */
public sealed interface Identity {
    record Known(Principal principal) implements Identity {}

    /** Nobody that is known, but a link to a car that was made here. */
    record Linked(CarLink link) implements Identity {}

    /** Nothing was shown. */
    record Nobody() implements Identity {}

    /**
     * Something was shown that proves nothing.
     *
     * @param why for the audit log; whoever asks is not told
     */
    record Unproven(String why) implements Identity {}
}
