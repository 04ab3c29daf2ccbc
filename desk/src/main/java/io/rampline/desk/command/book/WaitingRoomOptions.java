package io.rampline.desk.command.book;

import io.rampline.desk.admission.WaitingRoom;
import io.rampline.desk.command.CommandFault;
import io.rampline.desk.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import picocli.CommandLine.Option;

/** A waiting room before the doors open, as typed. */
final class WaitingRoomOptions {
    private static final int SEED_BYTES = 32;

    @Option(
            names = "--doors-open",
            required = true,
            paramLabel = "MOMENT",
            description = "When customers are let in, for example 2026-06-26T14:00:00Z. Before it they wait in a room;"
                    + " who is there by then is drawn into a fair order.")
    private String opens = "";

    @Option(
            names = "--let-in",
            paramLabel = "N",
            description = "How many a second from then on. Default: ${DEFAULT-VALUE}.",
            defaultValue = "1000")
    private double perSecond = 1_000;

    @Option(
            names = "--draw-seed",
            required = true,
            paramLabel = "FILE",
            description = "Holds the seed of the draw in hexadecimal; is made when it is not there. Publish it"
                    + " afterwards, and anybody can draw again.")
    private Path seed = Path.of("");

    /**
     * The room.
     *
     * @throws CommandFault when the moment or the seed cannot be read
     */
    WaitingRoom room() {
        try {
            long opensAt = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(opens));
            if (!Files.exists(seed)) {
                byte[] random = new byte[SEED_BYTES];
                new SecureRandom().nextBytes(random);
                Files.createFile(
                        seed, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(seed, HexFormat.of().formatHex(random) + "\n", StandardOpenOption.TRUNCATE_EXISTING);
            }
            return new WaitingRoom(
                    HexFormat.of().parseHex(Files.readString(seed).strip()), opensAt, perSecond);
        } catch (DateTimeParseException wrong) {
            throw new CommandFault(
                    ExitCode.USAGE, "found moment \"" + opens + "\", expected one such as 2026-06-26T14:00:00Z", wrong);
        } catch (IOException | IllegalArgumentException wrong) {
            throw new CommandFault(
                    ExitCode.USAGE, "could not use the seed in " + seed + ": " + wrong.getMessage(), wrong);
        }
    }
}
