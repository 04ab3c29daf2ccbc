package io.rampline.intake;

import io.rampline.factory.FlowLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lines as stations behind one another, from a file of its own in the form of {@code stations.csv}. */
public final class FlowLines {
    private FlowLines() {}

    /** What came of it. */
    public sealed interface Read {
        /** At least one line. */
        record Sound(List<FlowLine> lines) implements Read {
            public Sound {
                lines = List.copyOf(lines);
            }
        }

        record Flawed(Reading.Flawed flaws) implements Read {}
    }

    /** Reads a file. Names of lines and keys of sources are not held against other files. */
    public static Read read(Path file) {
        FlawBook flaws = new FlawBook();
        Path whole = file.toAbsolutePath().normalize();
        Path dir = whole.getParent();
        Path name = whole.getFileName();
        List<FlowLine> lines = new ArrayList<>();
        if (dir != null && name != null) {
            Folder.open(dir, flaws, (work, done, total) -> {})
                    .ifPresent(folder -> lines.addAll(StationRows.readAlone(folder, name.toString())));
        }
        if (!flaws.hasFlaws() && lines.isEmpty()) {
            flaws.add(Folder.wholeFile(whole.toString(), "no station", "at least one row", ""));
        }
        return flaws.hasFlaws() ? new Read.Flawed(flaws.flawed()) : new Read.Sound(lines);
    }
}
