package io.rampline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever the bytes, a reading ends with an answer. Seeded; a longer run: {@code -Drampline.fuzz.folders=1000000
 * -Drampline.fuzz.parquet=1000000 -Drampline.fuzz.seed=1000}.
 */
class FuzzTest {
    private static final int FOLDERS = Integer.getInteger("rampline.fuzz.folders", 2_500);
    private static final int PARQUET_FILES = Integer.getInteger("rampline.fuzz.parquet", 400);
    private static final long FIRST_SEED = Long.getLong("rampline.fuzz.seed", 1);

    /** Far beyond what a reading takes: a hang, not a slow machine. */
    private static final Duration HANG = Duration.ofSeconds(60);

    private static final String[] PIECES = {
        "\"",
        ",",
        "\n",
        "\r",
        "\u0000",
        "-",
        "9".repeat(400),
        "1e999999999",
        "NaN",
        "=",
        "[",
        "]",
        "{",
        "'''",
        "..",
        "|",
        "*",
        "#",
        "\uFEFF",
        "\u00FF\u00FE",
        "2025-W53",
        "0",
        "\\u0000",
        "\ud83d\ude97",
        "a".repeat(70_000)
    };

    @TempDir
    Path temp;

    @Test
    void changedFilesAreSoundOrFlawed() throws IOException {
        int[] flawed = {0};
        List<TestFolder> clean = List.of(TestFolder.withOrders(1, 12), TestFolder.withCounts());
        List<Path> dirs = new ArrayList<>();
        for (TestFolder folder : clean) {
            dirs.add(folder.write(temp.resolve("" + dirs.size())));
        }
        for (long seed = FIRST_SEED; seed < FIRST_SEED + FOLDERS; seed++) {
            Random random = new Random(seed);
            int which = random.nextInt(dirs.size());
            List<String> names = new ArrayList<>();
            clean.get(which).names().forEach(names::add);
            String file = names.get(random.nextInt(names.size()));
            byte[] bytes = clean.get(which).bytes(file);
            Path path = dirs.get(which).resolve(file);
            Files.write(path, random.nextInt(50) == 0 ? noise(random) : changed(bytes, random));
            flawed[0] += endsWithAnAnswer(dirs.get(which), seed) ? 1 : 0;
            Files.write(path, bytes);
        }

        assertThat(flawed[0]).isBetween(FOLDERS / 4, FOLDERS - 1);
    }

    @Test
    void changedParquetFilesAreSoundOrFlawed() throws IOException {
        TestFolder folder = TestFolder.withOrders(1, 60);
        Path dir = folder.write(temp);
        Path file = dir.resolve("orders.parquet");
        Files.delete(dir.resolve("orders.csv"));
        OrdersFile.of(folder).write(file, OrdersFile.Moments.MICROS, OrdersFile.Amounts.DECIMAL);
        byte[] valid = Files.readAllBytes(file);
        int flawed = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + PARQUET_FILES; seed++) {
            Random random = new Random(seed);
            Files.write(file, changedBinary(valid, random));
            flawed += endsWithAnAnswer(dir, seed) ? 1 : 0;
        }

        assertThat(flawed).isBetween(PARQUET_FILES / 2, PARQUET_FILES);
    }

    /** Whether it has flaws. */
    private static boolean endsWithAnAnswer(Path dir, long seed) {
        Reading reading = Assertions.assertTimeoutPreemptively(
                HANG, () -> ScenarioFolder.read(dir, Progress.NONE), () -> "hangs with seed " + seed);
        return switch (reading) {
            case Reading.Sound _ -> false;
            case Reading.Flawed(var flaws, var more, var _) -> {
                assertThat(flaws).as("seed " + seed).isNotEmpty().hasSizeLessThanOrEqualTo(FlawBook.REPORTED_MAX);
                assertThat(more).as("seed " + seed).isNotNegative();
                assertThat(flaws)
                        .as("seed " + seed)
                        .allMatch(flaw -> flaw.line() >= 1
                                && flaw.column() >= 1
                                && !flaw.found().isBlank()
                                && !flaw.expected().isBlank()
                                && !flaw.toString().contains("\n"));
                yield true;
            }
        };
    }

    private static byte[] noise(Random random) {
        byte[] bytes = new byte[random.nextInt(3_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] changed(byte[] bytes, Random random) {
        StringBuilder text = new StringBuilder(new String(bytes, StandardCharsets.ISO_8859_1));
        for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
            int at = random.nextInt(text.length() + 1);
            int length = Math.min(text.length() - at, random.nextInt(12));
            switch (random.nextInt(6)) {
                case 0 -> text.delete(at, at + length);
                case 1 -> text.insert(at, text.substring(at, at + length).repeat(random.nextInt(40)));
                case 2 -> text.insert(at, (char) random.nextInt(256));
                case 3 -> text.insert(at, latin1(PIECES[random.nextInt(PIECES.length)]));
                case 4 -> text.replace(at, at + Math.min(1, length), "" + (char) random.nextInt(256));
                default ->
                    text.insert(
                            at,
                            latin1(PIECES[random.nextInt(PIECES.length)]).repeat(random.nextInt(100) == 0 ? 50 : 1));
            }
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The UTF-8 bytes of a text as one character each. */
    private static String latin1(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static byte[] changedBinary(byte[] valid, Random random) {
        byte[] bytes = valid.clone();
        int footer = Math.min(bytes.length, 2_500);
        for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
            int at = random.nextBoolean()
                    ? random.nextInt(bytes.length)
                    : bytes.length - 1 - random.nextInt(Math.min(footer, bytes.length));
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes[at] = (byte) 0xFF;
                case 3 -> bytes[at] = 0;
                case 4 -> bytes[at] = 0x7F;
                default -> bytes = random.nextInt(5) == 0 ? Arrays.copyOf(bytes, at + 1) : bytes;
            }
        }
        return bytes;
    }
}
