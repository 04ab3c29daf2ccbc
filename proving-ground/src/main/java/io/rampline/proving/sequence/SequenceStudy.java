package io.rampline.proving.sequence;

import io.rampline.sequence.check.SequenceCheck;
import io.rampline.sequence.check.Verdict;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.form.MisreadForm;
import io.rampline.sequence.search.Found;
import io.rampline.sequence.search.NoSequence;
import io.rampline.sequence.search.Search;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How often and how soon the search comes to the best marks known, for many days and seeds.
 *
 * <p>A run is given so many seconds of its thread's processor time, so that a shared machine does not falsify it, and
 * ends when it has the reference mark. Each run is a row of a table on disk; rows that are there already are not run
 * again, so a study can be broken off and taken up.
 */
final class SequenceStudy {
    static final String USAGE =
            "rampline bench sequence --study TABLE.csv --references MARKS.csv DAY... [--seconds S] [--seeds N]"
                    + " [--label L]; a folder that holds no day itself stands for all days in it";

    private static final String HEADER =
            "label,day,seed,seconds_limit,mark,reference,high,low,colours,seconds_to_best,seconds,moves,proven\n";
    private static final double NANOS = 1e9;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int MARKS_FROM = 3;
    private static final int MARKS_END = 5;
    private static final long NONE = Long.MIN_VALUE;

    /** One row of the table. */
    record Row(String key, long mark, long reference, double secondsToBest) {
        boolean isReached() {
            return reference != NONE && mark <= reference;
        }
    }

    private final SequenceWish wish;
    private final Path table;
    private final Map<String, Long> references;
    private final Map<String, Row> known = new TreeMap<>();

    private SequenceStudy(SequenceWish wish) throws IOException {
        this.wish = wish;
        table = wish.study().orElseThrow();
        references = references(wish.references().orElseThrow());
        if (Files.exists(table)) {
            for (String line : Files.readAllLines(table).stream().skip(1).toList()) {
                Row row = row(line);
                known.put(row.key(), row);
            }
        } else {
            Files.writeString(table, HEADER);
        }
    }

    static boolean run(SequenceWish wish) throws IOException {
        return new SequenceStudy(wish).study();
    }

    /** The days at these places, in the order of their names. */
    private static List<Path> days(List<Path> places) throws IOException {
        List<Path> days = new ArrayList<>();
        for (Path place : places) {
            if (Files.isDirectory(place) && !Files.exists(place.resolve("vehicles.txt"))) {
                try (Stream<Path> inside = Files.list(place)) {
                    days.addAll(inside.sorted().toList());
                }
            } else {
                days.add(place);
            }
        }
        return days;
    }

    /** The lowest mark that stands for a day: columns benchmark, instance, order of aims, two marks. */
    private static Map<String, Long> references(Path table) throws IOException {
        Map<String, Long> marks = new TreeMap<>();
        for (String line : Files.readAllLines(table).stream().skip(1).toList()) {
            String[] cells = line.split(",", -1);
            if (cells.length < MARKS_END) {
                throw new IllegalArgumentException(table + ": found \"" + line
                        + "\", expected benchmark,instance,objective_order,best_known,challenge_winner");
            }
            for (int column = MARKS_FROM; column < MARKS_END; column++) {
                if (!cells[column].isBlank()) {
                    marks.merge(cells[1], Long.parseLong(cells[column].strip()), Math::min);
                }
            }
        }
        return marks;
    }

    private static Row row(String line) {
        String[] cells = line.split(",", -1);
        String key = String.join(",", List.of(cells).subList(0, 4));
        long reference = cells[5].isEmpty() ? NONE : Long.parseLong(cells[5]);
        return new Row(key, Long.parseLong(cells[4]), reference, Double.parseDouble(cells[9]));
    }

    private boolean study() throws IOException {
        boolean allAllowed = true;
        for (Path path : days(wish.days())) {
            List<Row> rows = new ArrayList<>();
            for (int seed = 1; seed <= wish.seeds(); seed++) {
                String key = String.format(
                        Locale.ROOT, "%s,%s,%d,%s", wish.label(), name(path), seed, Double.toString(wish.seconds()));
                Row row = known.get(key);
                try {
                    rows.add(row != null ? row : search(path, seed, key));
                } catch (MisreadForm | NoSequence | IllegalStateException fault) {
                    System.err.println(path + ": " + fault.getMessage());
                    allAllowed = false;
                }
            }
            if (!rows.isEmpty()) {
                tell(name(path), rows);
            }
        }
        return allAllowed;
    }

    private static String name(Path day) {
        return String.valueOf(day.getFileName()).replaceAll("\\.txt$", "");
    }

    private Row search(Path path, int seed, String key) throws IOException, MisreadForm, NoSequence {
        LineDay day = SequenceBench.read(path);
        Long reference = references.get(name(path));
        long enough = reference == null ? NONE : reference;
        long began = THREADS.getCurrentThreadCpuTime();
        double[] toBest = {0};
        boolean[] isEnough = {false};
        Found found =
                Search.run(day, seed, moves -> isEnough[0] ? 1 : seconds(began) / wish.seconds(), (counts, moves) -> {
                    toBest[0] = seconds(began);
                    isEnough[0] |= markOf(day, counts.mark(day.aims())) <= enough;
                });
        double took = seconds(began);
        Verdict verdict = SequenceCheck.of(day, found.order());
        if (!verdict.isAllowed() || !verdict.counts().equals(found.counts())) {
            throw new IllegalStateException("found " + found.counts() + " by the search, expected " + verdict);
        }
        String line = String.format(
                Locale.ROOT,
                "%s,%d,%s,%d,%d,%d,%.2f,%.2f,%d,%b",
                key,
                markOf(day, verdict.counts().mark(day.aims())),
                reference == null ? "" : reference.toString(),
                verdict.counts().high(),
                verdict.counts().low(),
                verdict.counts().colours(),
                toBest[0],
                took,
                found.moves(),
                found.isProvenOptimal());
        Files.writeString(table, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        return row(line);
    }

    /** Where only violations of ratios count, tables tell their number rather than a mark. */
    private static long markOf(LineDay day, long mark) {
        return day.aims().size() == 1 ? mark / 1_000_000 : mark;
    }

    private static double seconds(long since) {
        return (THREADS.getCurrentThreadCpuTime() - since) / NANOS;
    }

    private static void tell(String day, List<Row> rows) {
        List<Long> marks = rows.stream().map(Row::mark).sorted().toList();
        long median = marks.get((marks.size() - 1) / 2);
        long reference = rows.getFirst().reference();
        List<Double> times = rows.stream().map(Row::secondsToBest).sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%-40s median %,15d  best %,15d  reference %,15d  reached %d of %d  %6.1f s to the best  %s%n",
                day,
                median,
                marks.getFirst(),
                reference == NONE ? 0 : reference,
                rows.stream().filter(Row::isReached).count(),
                rows.size(),
                times.get((times.size() - 1) / 2),
                reference == NONE
                        ? "no reference"
                        : median < reference ? "below" : median == reference ? "equal" : "ABOVE");
    }
}
