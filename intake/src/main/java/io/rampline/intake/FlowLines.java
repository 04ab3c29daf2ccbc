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
        List<FlowLine> lines = new ArrayList<>();
        Folder.readAlone(file, flaws, (folder, name) -> lines.addAll(StationRows.readAlone(folder, name)));
        if (!flaws.hasFlaws() && lines.isEmpty()) {
            String whole = file.toAbsolutePath().normalize().toString();
            flaws.add(Folder.wholeFile(whole, "no station", "at least one row", ""));
        }
        return flaws.hasFlaws() ? new Read.Flawed(flaws.flawed()) : new Read.Sound(lines);
    }
}
