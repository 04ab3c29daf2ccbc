package io.rampline.desk.lineday;

/** An earlier order cannot be kept. */
public final class CannotKeep extends Exception {
    private static final long serialVersionUID = 1;

    CannotKeep(String message) {
        super(message);
    }
}
