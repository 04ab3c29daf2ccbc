package io.rampline.intake;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which of several known names somebody may have meant. */
public final class Nearest {
    /** Comparing longer texts letter by letter costs more than the advice is worth. */
    private static final int LENGTH_MAX = 64;

    private Nearest() {}

    /**
     * The known name that takes the fewest edits (a letter added, dropped, replaced, or two neighbours swapped), the
     * first of equals; letter case is free. Empty when none is within a third of its length, at least one edit.
     */
    static Optional<String> of(String text, Collection<String> known) {
        String best = null;
        int bestEdits = Integer.MAX_VALUE;
        if (text.isEmpty() || text.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        for (String name : known) {
            int allowed = Math.max(1, Math.min(name.length(), wanted.length()) / 3);
            if (name.length() > LENGTH_MAX || Math.abs(name.length() - wanted.length()) > allowed) {
                continue;
            }
            int edits = edits(wanted, name.toLowerCase(Locale.ROOT));
            if (edits <= allowed && edits < bestEdits) {
                best = name;
                bestEdits = edits;
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * The known names that take the fewest edits, however many, the nearest first; letter case is free. O(known).
     *
     * @param most how many of them
     */
    public static List<String> ranked(String text, Collection<String> known, int most) {
        String wanted = clipped(text.strip().toLowerCase(Locale.ROOT));
        record Ranked(String name, int edits) {}
        return known.stream()
                .map(name -> new Ranked(name, edits(wanted, clipped(name.toLowerCase(Locale.ROOT)))))
                .sorted(Comparator.comparingInt(Ranked::edits))
                .limit(most)
                .map(Ranked::name)
                .toList();
    }

    private static String clipped(String text) {
        return text.length() <= LENGTH_MAX ? text : text.substring(0, LENGTH_MAX);
    }

    /** Optimal string alignment: edit distance with swaps of neighbours, O(a b). */
    static int edits(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
                boolean isSwap =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (isSwap) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}
