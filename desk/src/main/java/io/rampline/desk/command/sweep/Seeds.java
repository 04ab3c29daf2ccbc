package io.rampline.desk.command.sweep;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Seeds as people write them: {@code 7}, {@code 1..20}, {@code 1..5,8}. */
final class Seeds {
    static final int SEEDS_MAX = 10_000;

    private static final Pattern PART = Pattern.compile("(\\d{1,15})(?:\\.\\.(\\d{1,15}))?");

    private Seeds() {}

    /** The seeds, ascending and each once; empty when the text says none, or too many. */
    static Optional<List<Long>> find(String text) {
        TreeSet<Long> seeds = new TreeSet<>();
        for (String part : text.split(",", -1)) {
            Matcher matcher = PART.matcher(part.strip());
            if (!matcher.matches()) {
                return Optional.empty();
            }
            long first = Long.parseLong(matcher.group(1));
            long last = matcher.group(2) == null ? first : Long.parseLong(matcher.group(2));
            if (last < first || last - first >= SEEDS_MAX) {
                return Optional.empty();
            }
            for (long seed = first; seed <= last; seed++) {
                seeds.add(seed);
            }
        }
        return seeds.size() > SEEDS_MAX ? Optional.empty() : Optional.of(List.copyOf(seeds));
    }
}
