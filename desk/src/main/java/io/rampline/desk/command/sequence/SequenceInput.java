package io.rampline.desk.command.sequence;

import io.rampline.desk.command.CommandFault;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Unreadable;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.form.CsplibText;
import io.rampline.sequence.form.DecodedText;
import io.rampline.sequence.form.EarlierOrder;
import io.rampline.sequence.form.MisreadForm;
import io.rampline.sequence.form.PlantFolder;
import io.rampline.sequence.form.RoadefDay;
import io.rampline.sequence.form.RoadefFolder;
import io.rampline.sequence.form.SequenceText;
import io.rampline.sequence.shop.ShopFloor;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A day and how its result is written.
 *
 * @param official the result in the form that the day's own form asks for, from indices into the cars
 * @param charset in which the result is written
 */
record SequenceInput(LineDay day, Function<List<Integer>, String> official, Charset charset) {
    static final long BYTES_MAX = 256L << 20;

    /** What the folder of a day holds. */
    private static final Set<String> FILES = Set.of(
            RoadefFolder.VEHICLES,
            RoadefFolder.RATIOS,
            RoadefFolder.PAINT,
            RoadefFolder.OBJECTIVES,
            PlantFolder.CARS,
            PlantFolder.BEFORE,
            PlantFolder.RATIOS,
            PlantFolder.RULES);

    /** Whether a file is the instance, or one of those that its folder holds. */
    static boolean isRead(Path instance, Path file) {
        Path name = file.getFileName();
        Path read = Files.isDirectory(instance) && name != null && FILES.contains(name.toString())
                ? instance.resolve(name)
                : instance;
        try {
            return Files.exists(file) && Files.exists(read) && Files.isSameFile(file, read);
        } catch (IOException unknown) {
            // Then writing there fails as well, and says why.
            return false;
        }
    }

    /** Reads an instance; a flaw ends the command. */
    static SequenceInput read(Path instance, SequenceFormat format, String line) {
        Path name = instance.toAbsolutePath().normalize().getFileName();
        String called = name == null ? instance.toString() : name.toString();
        try {
            return switch (format) {
                case roadef2005 -> {
                    DecodedText cars = decoded(instance.resolve(RoadefFolder.VEHICLES));
                    RoadefDay day = RoadefFolder.read(
                            called,
                            cars.text(),
                            text(instance.resolve(RoadefFolder.RATIOS)),
                            text(instance.resolve(RoadefFolder.PAINT)),
                            text(instance.resolve(RoadefFolder.OBJECTIVES)));
                    // The rows come out in the bytes in which they were read.
                    yield new SequenceInput(day.day(), day::result, cars.charset());
                }
                case csplib -> {
                    LineDay day = CsplibText.read(called, text(instance));
                    yield new SequenceInput(day, order -> CsplibText.result(day, order), StandardCharsets.UTF_8);
                }
                case plant -> {
                    LineDay day = PlantFolder.read(
                            line.isEmpty() ? called : called + " " + line,
                            text(instance.resolve(PlantFolder.CARS)),
                            textIfThere(instance.resolve(PlantFolder.BEFORE)),
                            text(instance.resolve(PlantFolder.RATIOS)),
                            textIfThere(instance.resolve(PlantFolder.RULES)),
                            line);
                    yield new SequenceInput(day, order -> ShopFloor.table(day, order), StandardCharsets.UTF_8);
                }
                case scenario -> throw new IllegalStateException("a scenario holds weeks, not a day");
            };
        } catch (MisreadForm flaw) {
            throw new CommandFault(
                    ExitCode.FLAWS,
                    instance + ": " + flaw.getMessage() + ". Maybe the instance has another form than --format "
                            + format + ".",
                    flaw);
        }
    }

    /** An earlier sequence of the day. */
    static EarlierOrder earlier(Path file, LineDay day, SequenceFormat format) {
        try {
            return switch (format) {
                case csplib -> CsplibText.earlier(file.toString(), text(file), day);
                case roadef2005, plant -> SequenceText.earlier(file.toString(), text(file), day);
                case scenario -> throw new IllegalStateException("a scenario holds weeks, not a day");
            };
        } catch (MisreadForm flaw) {
            throw new CommandFault(
                    ExitCode.FLAWS, flaw.getMessage() + ". Maybe --keep names the sequence of another day.", flaw);
        }
    }

    private static String textIfThere(Path file) {
        return Files.exists(file) ? text(file) : "";
    }

    private static String text(Path file) {
        return decoded(file).text();
    }

    private static DecodedText decoded(Path file) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) > BYTES_MAX) {
                throw new CommandFault(
                        ExitCode.FLAWS, file + ": found " + Files.size(file) + " bytes, expected at most " + BYTES_MAX);
            }
            return DecodedText.of(Files.readAllBytes(file));
        } catch (NoSuchFileException missing) {
            throw new CommandFault(
                    ExitCode.FILES,
                    "cannot read " + file + ": there is no such file. Maybe --format is another.",
                    missing);
        } catch (IOException fault) {
            // A folder was named as a file, or a file as a folder.
            String advice = Files.isRegularFile(file) ? "" : ". Maybe --format is another.";
            throw new CommandFault(
                    ExitCode.FILES, "cannot read " + file + ": " + Unreadable.because(fault) + advice, fault);
        }
    }
}
