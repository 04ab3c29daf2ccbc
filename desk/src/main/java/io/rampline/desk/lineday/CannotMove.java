package io.rampline.desk.lineday;

/** A car whose parts come late finds no place on the day that is wished for it. Only who has such wishes meets it. */
public final class CannotMove extends RuntimeException {
    private static final long serialVersionUID = 1;

    CannotMove(String message) {
        super(message);
    }
}
