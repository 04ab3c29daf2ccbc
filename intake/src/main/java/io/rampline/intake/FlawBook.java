package io.rampline.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects flaws and notes. Files keep the order in which they are first spoken of. */
final class FlawBook {
    /** Nobody mends more than this before trying again; the rest is counted. */
    static final int REPORTED_MAX = 1_000;

    private static final Comparator<Flaw> BY_PLACE =
            Comparator.comparingInt(Flaw::line).thenComparingInt(Flaw::column);

    private static final class Page {
        final List<Flaw> flaws = new ArrayList<>();
        long count;
    }

    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final List<Flaw> notes = new ArrayList<>();

    void add(Flaw flaw) {
        Page page = page(flaw.file());
        page.count++;
        if (page.flaws.size() < REPORTED_MAX) {
            page.flaws.add(flaw);
        }
    }

    /** Takes over what was found in one part of a file, {@code lines} lines behind its beginning. */
    void addPart(String file, FlawBook part, int lines) {
        Page found = part.page(file);
        for (Flaw flaw : found.flaws) {
            add(new Flaw(file, flaw.line() + lines, flaw.column(), flaw.found(), flaw.expected(), flaw.maybe()));
        }
        page(file).count += found.count - found.flaws.size();
    }

    void note(Flaw note) {
        if (notes.size() < REPORTED_MAX) {
            notes.add(note);
        }
    }

    boolean hasFlaws() {
        return pages.values().stream().anyMatch(page -> page.count > 0);
    }

    List<Flaw> notes() {
        return List.copyOf(notes);
    }

    /** No file crowds out another: each may fill what its turn leaves, files with few flaws first. */
    Reading.Flawed flawed() {
        List<Page> fewestFirst = pages.values().stream()
                .sorted(Comparator.comparingInt(page -> page.flaws.size()))
                .toList();
        int room = REPORTED_MAX;
        int left = fewestFirst.size();
        int share = 0;
        for (Page page : fewestFirst) {
            share = room / left--;
            room -= Math.min(share, page.flaws.size());
        }
        List<Flaw> reported = new ArrayList<>();
        long counted = 0;
        for (Page page : pages.values()) {
            counted += page.count;
            page.flaws.stream().sorted(BY_PLACE).limit(share).forEach(reported::add);
        }
        return new Reading.Flawed(reported, (int) Math.min(Integer.MAX_VALUE, counted - reported.size()), notes);
    }

    private Page page(String file) {
        return pages.computeIfAbsent(file, _ -> new Page());
    }
}
