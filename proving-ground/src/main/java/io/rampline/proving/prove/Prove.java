package io.rampline.proving.prove;

import io.rampline.proving.world.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code ./rampline prove}: runs the proofs, tells how far they are, and prints a table of counts. */
public final class Prove {
    private static final String USAGE = "usage: rampline prove [--hours N] [--only NAME [--trials N]] [--seed S]\n"
            + "proofs: "
            + Arrays.stream(Proof.values()).map(proof -> proof.label).collect(Collectors.joining(", "));
    private static final int CLIENTS = 16;
    private static final int FREEZE_MILLIS = 3_000;

    /** A line of the table. */
    private record Line(Proof proof, int trials, Duration took, String outcome, boolean holds) {}

    private double hours;
    private @Nullable Proof only;
    private int trials;
    private long seed = 1;
    private final List<Line> table = new ArrayList<>();

    private Prove() {}

    /** The exit code: 0 every promise held, 1 one was broken, 2 wrong usage, 3 a proof could not be run. */
    public static int run(List<String> arguments) {
        Prove prove = new Prove();
        if (!prove.understand(arguments)) {
            System.err.println("found " + arguments + ", expected the options below\n" + USAGE);
            return 2;
        }
        try {
            prove.proofs();
        } catch (IOException | SQLException | UncheckedIOException failed) {
            System.err.println("the proof could not be run: " + failed.getMessage());
            prove.print();
            return 3;
        }
        prove.print();
        return prove.table.stream().allMatch(Line::holds) ? 0 : 1;
    }

    private boolean understand(List<String> arguments) {
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            String value = arguments.get(i + 1);
            boolean known = switch (arguments.get(i)) {
                case "--hours" -> value.matches("\\d{1,3}(\\.\\d{1,3})?") && (hours = Double.parseDouble(value)) > 0;
                case "--only" ->
                    named(value).isPresent() && (only = named(value).orElseThrow()) != null;
                case "--trials" -> value.matches("[1-9]\\d{0,8}") && (trials = Integer.parseInt(value)) > 0;
                case "--seed" -> value.matches("\\d{1,15}") && (seed = Long.parseLong(value)) >= 0;
                default -> false;
            };
            if (!known) {
                return false;
            }
        }
        return arguments.size() % 2 == 0 && (trials == 0 || only != null);
    }

    private static Optional<Proof> named(String label) {
        return Arrays.stream(Proof.values())
                .filter(proof -> proof.label.equals(label))
                .findFirst();
    }

    /** Once all that were asked for; with hours given, again and again with new seeds until they are over. */
    private void proofs() throws IOException, SQLException {
        Instant end = Instant.now().plusSeconds((long) (hours * 3_600));
        do {
            for (Proof proof : Proof.values()) {
                boolean wanted = only == null ? proof != Proof.PLANTED_BUGS : only == proof;
                if (wanted && !one(proof)) {
                    return;
                }
            }
            seed += 1_000_003;
        } while (Instant.now().isBefore(end));
    }

    private boolean one(Proof proof) throws IOException, SQLException {
        int count = trials == 0 ? proof.usual : trials;
        Path folder = Files.createTempDirectory("rampline-proof-");
        Instant began = Instant.now();
        Proof.Ground ground = new Proof.Ground(
                folder, count, CLIENTS, FREEZE_MILLIS, seed, news -> System.err.println(proof.label + ": " + news));
        try {
            String outcome = proof.run(ground);
            table.add(new Line(proof, count, Duration.between(began, Instant.now()), outcome, true));
            delete(folder);
            return true;
        } catch (Violation violation) {
            System.err.println(proof.label + ", seed " + seed + ": BROKEN\n" + violation.getMessage()
                    + "\nwhat it left is in " + folder);
            table.add(new Line(proof, count, Duration.between(began, Instant.now()), "BROKEN", false));
            return false;
        }
    }

    private void print() {
        System.out.println("| promise | proof | trials | what | violations | seconds |\n|---|---|---|---|---|---|");
        for (Line line : table) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %,d %s | %s | %s | %d |%n",
                    line.proof().promises,
                    line.proof().label,
                    line.trials(),
                    line.proof().unit,
                    line.outcome(),
                    line.holds() ? "0" : "some",
                    line.took().toSeconds());
        }
    }

    static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException refused) throws IOException {
                Files.deleteIfExists(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
