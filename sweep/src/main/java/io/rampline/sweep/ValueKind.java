package io.rampline.sweep;

import java.util.List;

/** What stands before a value and says of which kind it is. */
enum ValueKind {
    TEXT,
    INT,
    LONG,
    DOUBLE,
    TRUE,
    FALSE,
    DATE,
    /** An empty or a filled optional. */
    NOTHING,
    SOMETHING,
    NO_INT,
    SOME_INT,
    NO_LONG,
    SOME_LONG,
    LIST,
    /** By ascending keys. */
    MAP,
    WEEKLY_UNITS,
    /** A constant of an enum. */
    CHOICE,
    RECORD;

    static final List<ValueKind> ALL = List.of(values());

    /** Only values of the plant travel, whatever bytes may say. */
    static final String PACKAGE = "io.rampline.factory.";
}
