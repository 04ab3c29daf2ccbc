package io.rampline.ramp.milp;

/** Names that restrictions of the terms go by. */
final class Explained {
    /** All one-off costs together. */
    static final String IN_ALL = "all";

    private Explained() {}
}
