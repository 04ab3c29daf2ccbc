package io.rampline.desk.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where a command writes: never where it reads, so that no result takes the place of what somebody wrote. */
public final class OutFolder {
    private static final String SCENARIO = "scenario.toml";

    /** Folders inside a scenario whose files are read with it. */
    private static final List<String> READ_INSIDE = List.of("", "outturn");

    private OutFolder() {}

    /**
     * The folder, when results may be written there. Said before the work, not after it.
     *
     * @param read what the command reads: folders, or single files
     * @throws CommandFault when a file stands where the folder should be, when it is one that is read or holds a file
     *     that is read, or when it holds any scenario
     */
    public static Path of(Path folder, List<Path> read) {
        Path whole = folder.toAbsolutePath().normalize();
        for (Path above = whole; above != null; above = above.getParent()) {
            if (Files.isRegularFile(above)) {
                throw new CommandFault(
                        ExitCode.FILES,
                        "cannot write to " + above
                                + ": it is a file, expected a folder. Maybe choose another name with --out.");
            }
        }
        if (Files.exists(whole.resolve(SCENARIO))) {
            throw taken(folder, "it holds a scenario (" + SCENARIO + ")");
        }
        for (Path input : read) {
            if (isReadFrom(whole, input.toAbsolutePath().normalize())) {
                throw taken(folder, "the command reads " + input + " from there");
            }
        }
        return folder;
    }

    private static boolean isReadFrom(Path folder, Path input) {
        Path from = Files.isRegularFile(input) ? input.getParent() : input;
        return from != null && READ_INSIDE.stream().anyMatch(inside -> isSame(folder, from.resolve(inside)));
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return one.equals(other) || (Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other));
        } catch (IOException unknown) {
            // Then writing there fails as well, and says why.
            return false;
        }
    }

    private static CommandFault taken(Path folder, String why) {
        return new CommandFault(
                ExitCode.FILES,
                "cannot write to " + folder + ": " + why
                        + ", expected a folder for results alone. Maybe choose another name with --out; nothing was changed.");
    }
}
