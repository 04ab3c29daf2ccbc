package io.rampline.desk.command;

import io.rampline.intake.Flaw;
import io.rampline.intake.Reading;
import io.rampline.intake.ScenarioContents;
import io.rampline.intake.ScenarioFolder;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Reads the scenario that a command is about. */
public final class ScenarioInput {
    private static final int NOTES_TOLD_MAX = 5;

    private ScenarioInput() {}

    /**
     * The contents of a folder without flaws.
     *
     * @throws CommandFault when the folder is not there or has flaws, which have then been told
     */
    public static ScenarioContents read(Path folder, Terminal terminal, Steps steps) {
        return sound(folder, reading(folder, steps), terminal, steps);
    }

    /**
     * The contents of a reading without flaws.
     *
     * @throws CommandFault when it has flaws, which have then been told
     */
    public static ScenarioContents sound(Path folder, Reading reading, Terminal terminal, Steps steps) {
        return switch (reading) {
            case Reading.Sound sound -> {
                if (!steps.isQuiet() && !sound.notes().isEmpty()) {
                    steps.end();
                    tellNotes(folder, sound, terminal.err());
                }
                yield sound.contents();
            }
            case Reading.Flawed flawed -> {
                steps.end();
                tell(folder, flawed, terminal.err());
                tellNotes(folder, flawed, terminal.err());
                throw new CommandFault(ExitCode.FLAWS, verdict(folder, flawed));
            }
        };
    }

    static Reading reading(Path folder, Steps steps) {
        if (!Files.exists(folder)) {
            throw new CommandFault(
                    ExitCode.FILES,
                    "found no folder " + folder + ". Maybe the name is mistyped; rampline new " + folder
                            + " writes a small scenario there.");
        }
        if (!Files.isDirectory(folder)) {
            throw new CommandFault(
                    ExitCode.FILES,
                    folder + " is a file, expected a folder with scenario.toml. Maybe name the folder it lies in.");
        }
        steps.begin("Reading " + folder);
        return ScenarioFolder.read(folder, (work, done, total) -> steps.report(done, total));
    }

    /** Each flaw on a line of its own, as editors like to read them. */
    static void tell(Path folder, Reading.Flawed flawed, PrintStream to) {
        flawed.flaws().forEach(flaw -> to.println(inFolder(folder, flaw)));
    }

    /** What is odd but changes nothing; who wants it all asks {@code check}. */
    private static void tellNotes(Path folder, Reading reading, PrintStream to) {
        reading.notes().stream().limit(NOTES_TOLD_MAX).forEach(note -> to.println(note(folder, note)));
        int more = reading.notes().size() - NOTES_TOLD_MAX;
        if (more > 0) {
            to.println("note: " + Counted.of(more, "note") + " more: rampline check " + folder);
        }
    }

    static String note(Path folder, Flaw note) {
        return "note: " + inFolder(folder, note);
    }

    private static String inFolder(Path folder, Flaw flaw) {
        return folder.resolve(flaw.file())
                + flaw.toString().substring(flaw.file().length());
    }

    static String verdict(Path folder, Reading.Flawed flawed) {
        long all = flawed.flaws().size() + (long) flawed.more();
        String shown = flawed.more() > 0
                ? String.format(
                        Locale.ROOT,
                        " (the first %,d are shown)",
                        flawed.flaws().size())
                : "";
        return folder + " has " + Counted.of(all, "flaw") + shown + "."
                + " docs/scenario-format.md says what each file holds.";
    }
}
