package io.rampline.desk.timetable;

import java.util.Map;
import java.util.Optional;

/** A question names what the scenario has not, or cannot be read. The message says what was found and expected. */
public final class MistakenQuestion extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Map<String, Object> values;

    /**
     * @param code names what is wrong, so that it can be said in other words
     * @param values that those words need
     */
    public MistakenQuestion(String code, Map<String, Object> values, String message) {
        super(message);
        this.code = code;
        this.values = Map.copyOf(values);
    }

    public MistakenQuestion(String message) {
        super(message);
        this.code = "";
        this.values = Map.of();
    }

    public MistakenQuestion(String message, Throwable cause) {
        super(message, cause);
        this.code = "";
        this.values = Map.of();
    }

    /** Empty where only the message says what is wrong. */
    public Optional<String> code() {
        return code.isEmpty() ? Optional.empty() : Optional.of(code);
    }

    public Map<String, Object> values() {
        return values;
    }
}
