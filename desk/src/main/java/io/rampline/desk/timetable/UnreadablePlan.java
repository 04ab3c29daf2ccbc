package io.rampline.desk.timetable;

import java.io.IOException;
import java.nio.file.Path;

/** A file that should hold a plan cannot be read at all. */
public final class UnreadablePlan extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final IOException why;

    UnreadablePlan(Path file, IOException why) {
        super("cannot read " + file, why);
        this.file = file;
        this.why = why;
    }

    /** The file, as it was named. */
    public Path file() {
        return file;
    }

    /** What the operating system said. */
    public IOException why() {
        return why;
    }
}
