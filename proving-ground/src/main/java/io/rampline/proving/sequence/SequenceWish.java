package io.rampline.proving.sequence;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the words of a command ask for.
 *
 * @param days folders or files; none for a made-up day that is shipped, which a study has no marks of
 * @param seconds for each run, above 0
 * @param seeds from 1; the seeds are 1, 2 and so on
 * @param peers whether other solvers run beside
 * @param study where the rows of a study go; empty for a bench
 * @param references the marks known for each day; stands whenever {@code study} does
 * @param label the name of the study's rows
 */
record SequenceWish(
        List<Path> days,
        double seconds,
        int seeds,
        boolean peers,
        Optional<Path> study,
        Optional<Path> references,
        String label) {
    private static final String SECONDS = "--seconds";
    private static final String SEEDS = "--seeds";
    private static final String STUDY = "--study";
    private static final String REFERENCES = "--references";
    private static final String LABEL = "--label";
    private static final String NO_PEERS = "--no-peers";
    private static final List<String> VALUED = List.of(SECONDS, SEEDS, STUDY, REFERENCES, LABEL);
    private static final String SECONDS_USUAL = "60";
    private static final String SECONDS_OF_MADE_UP_DAY = "10";
    private static final String SEEDS_OF_STUDY = "5";

    /** @throws IllegalArgumentException when a word is unknown, lacks its value, or is of the wrong kind */
    static SequenceWish of(List<String> words) {
        List<Path> days = new ArrayList<>();
        Map<String, String> options = new TreeMap<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("--")) {
                days.add(Path.of(word));
            } else if (word.equals(NO_PEERS)) {
                options.put(word, "");
            } else if (!VALUED.contains(word)) {
                throw new IllegalArgumentException(
                        "found option " + word + ", expected one of " + VALUED + " or " + NO_PEERS);
            } else if (i + 1 == words.size() || words.get(i + 1).startsWith("--")) {
                throw new IllegalArgumentException("found no value after " + word + ", expected one, as in " + word
                        + (word.equals(SECONDS) || word.equals(SEEDS) ? " 5" : " NAME"));
            } else {
                options.put(word, words.get(++i));
            }
        }
        return of(days, options);
    }

    private static SequenceWish of(List<Path> days, Map<String, String> options) {
        Optional<Path> study = Optional.ofNullable(options.get(STUDY)).map(Path::of);
        Optional<Path> references = Optional.ofNullable(options.get(REFERENCES)).map(Path::of);
        if (days.isEmpty() && study.isPresent()) {
            throw new IllegalArgumentException("found no day, expected at least one folder or file");
        }
        if (study.isPresent() != references.isPresent()) {
            throw new IllegalArgumentException("found only one of " + STUDY + " and " + REFERENCES + ", expected both");
        }
        double seconds =
                number(SECONDS, options.getOrDefault(SECONDS, days.isEmpty() ? SECONDS_OF_MADE_UP_DAY : SECONDS_USUAL));
        double seeds = number(SEEDS, options.getOrDefault(SEEDS, study.isPresent() ? SEEDS_OF_STUDY : "1"));
        if (seeds != (int) seeds) {
            throw new IllegalArgumentException("found " + SEEDS + " " + seeds + ", expected a whole number");
        }
        return new SequenceWish(
                days,
                seconds,
                (int) seeds,
                !options.containsKey(NO_PEERS),
                study,
                references,
                options.getOrDefault(LABEL, "search"));
    }

    private static double number(String option, String value) {
        try {
            double number = Double.parseDouble(value);
            if (number > 0 && number < Double.POSITIVE_INFINITY) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "found " + option + " " + value + ", expected a number above 0", notANumber);
        }
        throw new IllegalArgumentException("found " + option + " " + value + ", expected a number above 0");
    }
}
