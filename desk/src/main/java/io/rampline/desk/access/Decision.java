package io.rampline.desk.access;

/** What the gatekeeper says. */
public sealed interface Decision {
    record Allowed() implements Decision {}

    /** Nobody knows who is asking, and this is not for everybody. */
    record WhoAreYou() implements Decision {}

    /** The role may not do this to anything. */
    record NotYourRole() implements Decision {}

    /** The order is somebody else's. To whom it is hidden, it does not exist. */
    record NotYours() implements Decision {}
}
