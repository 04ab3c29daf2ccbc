package io.rampline.desk.http;

import java.util.Locale;

/** What kept a count or a search from coming about; the names are part of the interface. */
enum Hindrance {
    NONE,
    CLOSING,
    /** The book could not be read. */
    UNAVAILABLE,
    /** No program that seeks plans is on this machine. */
    NO_SOLVER,
    FAULT;

    /** {@code no_solver}; empty for nothing. */
    String code() {
        return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
    }
}
