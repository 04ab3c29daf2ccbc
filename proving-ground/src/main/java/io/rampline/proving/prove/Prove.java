package io.rampline.proving.prove;

import io.rampline.proving.world.Violation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code ./rampline prove}: runs the proofs, tells how far they are, and prints a table of counts. */
public final class Prove {
    private static final String USAGE = "usage: rampline prove [--hours N] [--only NAME [--trials N]] [--seed S]\n"
            + "proofs: "
            + Arrays.stream(Proof.values()).map(proof -> proof.label).collect(Collectors.joining(", "));
    private static final int SEEDS_A_ROUND = 1_000_003;
    private static final int CLIENTS = 16;
    private static final int FREEZE_MILLIS = 3_000;

    /** A line of the table: all runs of one proof. */
    private static final class Line {
        private final Tally tally = new Tally();
        private long trials;
        private Duration took = Duration.ZERO;
        private String broken = "";
        private String failed = "";

        private boolean goesOn() {
            return broken.isEmpty() && failed.isEmpty();
        }
    }

    private double hours;
    private @Nullable Proof only;
    private int trials;
    private long seed = 1;
    private long firstSeed = 1;
    private final Map<Proof, Line> table = new EnumMap<>(Proof.class);

    private Prove() {}

    /** The exit code: 0 every promise held, 1 one was broken, 2 wrong usage, 3 a proof could not be run. */
    public static int run(List<String> arguments) {
        Prove prove = new Prove();
        if (!prove.understand(arguments)) {
            System.err.println("found " + arguments + ", expected the options below\n" + USAGE);
            return 2;
        }
        prove.proofs();
        prove.print();
        return prove.exitCode();
    }

    private int exitCode() {
        if (table.values().stream().anyMatch(line -> !line.broken.isEmpty())) {
            return 1;
        }
        return table.values().stream().allMatch(line -> line.failed.isEmpty()) ? 0 : 3;
    }

    private boolean understand(List<String> arguments) {
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            String value = arguments.get(i + 1);
            boolean known = switch (arguments.get(i)) {
                case "--hours" -> value.matches("\\d{1,3}(\\.\\d{1,3})?") && (hours = Double.parseDouble(value)) > 0;
                case "--only" ->
                    named(value).isPresent() && (only = named(value).orElseThrow()) != null;
                case "--trials" -> value.matches("[1-9]\\d{0,8}") && (trials = Integer.parseInt(value)) > 0;
                case "--seed" -> value.matches("\\d{1,15}") && (firstSeed = seed = Long.parseLong(value)) >= 0;
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

    /**
     * Once all that were asked for; with hours given, again and again with new seeds until they are over. One that
     * broke or could not be run is not run again; the others go on.
     */
    private void proofs() {
        Instant end = Instant.now().plusSeconds((long) (hours * 3_600));
        do {
            for (Proof proof : Proof.values()) {
                Line line = table.get(proof);
                boolean wanted = only == null ? proof != Proof.PLANTED_BUGS : only == proof;
                if (wanted && (line == null || line.goesOn())) {
                    one(proof);
                }
            }
            seed += SEEDS_A_ROUND;
        } while (Instant.now().isBefore(end) && table.values().stream().anyMatch(Line::goesOn));
    }

    private void one(Proof proof) {
        int count = trials == 0 ? proof.usual : trials;
        Line line = table.computeIfAbsent(proof, _ -> new Line());
        Instant began = Instant.now();
        try {
            Path folder = Files.createTempDirectory("rampline-proof-");
            Proof.Ground ground = new Proof.Ground(
                    folder, count, CLIENTS, FREEZE_MILLIS, seed, news -> System.err.println(proof.label + ": " + news));
            line.tally.add(proof.run(ground));
            line.trials += count;
            delete(folder);
        } catch (Violation violation) {
            System.err.println(proof.label + ", seed " + seed + ": BROKEN\n" + violation.getMessage());
            line.broken = "BROKEN with seed " + seed + "; ";
        } catch (IOException | SQLException | RuntimeException failed) {
            System.err.println(proof.label + ", seed " + seed + ": the proof could not be run: " + failed);
            line.failed = "could not be run with seed " + seed + ": " + failed.getMessage() + "; ";
        } finally {
            line.took = line.took.plus(Duration.between(began, Instant.now()));
        }
    }

    /** One table for docs/promises.md, with when and of which state of the source. */
    private void print() {
        System.out.printf(
                Locale.ROOT,
                "%nProved on %s, commit %s, %d cores, seeds from %d.%n%n",
                LocalDate.now(ZoneOffset.UTC),
                commit(),
                Runtime.getRuntime().availableProcessors(),
                firstSeed);
        System.out.println(
                "| promise | proof | trials | what was seen | violations | seconds |\n|---|---|---|---|---|---|");
        table.forEach((proof, line) -> System.out.printf(
                Locale.ROOT,
                "| %s | %s | %,d %s | %s | %s | %,d |%n",
                proof.promises,
                proof.label,
                line.trials,
                proof.unit,
                line.broken + line.failed + line.tally.sentence(),
                line.broken.isEmpty() ? "0" : "some",
                line.took.toSeconds()));
    }

    private static String commit() {
        try {
            Process git = new ProcessBuilder("git", "rev-parse", "--short=12", "HEAD")
                    .directory(PlantedBugs.root().toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return said.isEmpty() ? "unknown" : said;
        } catch (IOException noGit) {
            return "unknown";
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
