package io.rampline.desk.timetable;

/** A question names what the scenario has not, or cannot be read. The message says what was found and expected. */
public final class MistakenQuestion extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MistakenQuestion(String message) {
        super(message);
    }

    public MistakenQuestion(String message, Throwable cause) {
        super(message, cause);
    }
}
