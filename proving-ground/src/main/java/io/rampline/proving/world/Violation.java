package io.rampline.proving.world;

import java.util.List;

/** Something happened that must not happen; the message says what. */
public final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Violation(String what) {
        super(what);
    }

    Violation(String what, Throwable cause) {
        super(what, cause);
    }

    /** Throws when there is a flaw. */
    public static void unlessNone(List<String> flaws) {
        if (!flaws.isEmpty()) {
            throw new Violation(String.join("\n", flaws));
        }
    }
}
