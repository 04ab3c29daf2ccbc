package io.rampline.proving.sequence;

import io.rampline.sequence.check.SequenceCheck;
import io.rampline.sequence.check.Verdict;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.form.CsplibText;
import io.rampline.sequence.form.DecodedText;
import io.rampline.sequence.form.MisreadForm;
import io.rampline.sequence.form.RoadefFolder;
import io.rampline.sequence.search.Found;
import io.rampline.sequence.search.NoSequence;
import io.rampline.sequence.search.Search;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** How good a sequence is after some seconds, beside peers on one thread each. */
public final class SequenceBench {
    private static final String USAGE =
            "usage: rampline bench sequence [DAY...] [--seconds S] [--seeds N] [--no-peers]; a folder is read as of"
                    + " roadef2005, a file as of csplib, without any a made-up day of 200 cars is taken; or: "
                    + SequenceStudy.USAGE;
    private static final String MADE_UP = "a-made-up-day.txt";
    private static final double NANOS = 1e9;

    private SequenceBench() {}

    /** The exit code: 0 done and all sequences allowed, 1 otherwise, 2 wrong usage. */
    public static int run(List<String> arguments) {
        SequenceWish wish;
        try {
            wish = SequenceWish.of(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage() + "; " + USAGE);
            return 2;
        }
        if (wish.study().isPresent()) {
            try {
                return SequenceStudy.run(wish) ? 0 : 1;
            } catch (IOException | IllegalArgumentException fault) {
                System.err.println(fault.getMessage());
                return 1;
            }
        }
        return bench(wish) ? 0 : 1;
    }

    private static boolean bench(SequenceWish wish) {
        boolean allAllowed = true;
        try {
            allAllowed = !wish.days().isEmpty() || bench(madeUp(), wish);
        } catch (MisreadForm | NoSequence fault) {
            throw new IllegalStateException("the day that is shipped cannot be read or put in order", fault);
        }
        for (Path path : wish.days()) {
            try {
                allAllowed &= bench(read(path), wish);
            } catch (IOException | MisreadForm | NoSequence fault) {
                System.err.println(path + ": " + fault.getMessage());
                allAllowed = false;
            }
        }
        return allAllowed;
    }

    private static boolean bench(LineDay day, SequenceWish wish) throws NoSequence {
        boolean allAllowed = true;
        for (int seed = 1; seed <= wish.seeds(); seed++) {
            allAllowed &= own(day, seed, wish.seconds());
        }
        if (wish.peers()) {
            allAllowed &= peer(day, CpSatPeer.TITLE, wish.seconds(), CpSatPeer::order);
            allAllowed &= peer(day, TimefoldPeer.TITLE, wish.seconds(), TimefoldPeer::order);
        }
        return allAllowed;
    }

    static LineDay madeUp() throws MisreadForm {
        try (InputStream in = Objects.requireNonNull(SequenceBench.class.getResourceAsStream(MADE_UP), MADE_UP)) {
            return CsplibText.read("made-up day", new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static LineDay read(Path path) throws IOException, MisreadForm {
        String name = String.valueOf(path.getFileName());
        if (!Files.isDirectory(path)) {
            return CsplibText.read(name, text(path));
        }
        return RoadefFolder.read(
                        name,
                        text(path.resolve(RoadefFolder.VEHICLES)),
                        text(path.resolve(RoadefFolder.RATIOS)),
                        text(path.resolve(RoadefFolder.PAINT)),
                        text(path.resolve(RoadefFolder.OBJECTIVES)))
                .day();
    }

    private static String text(Path file) throws IOException {
        return DecodedText.of(Files.readAllBytes(file)).text();
    }

    private static boolean own(LineDay day, long seed, double seconds) throws NoSequence {
        long began = System.nanoTime();
        double[] toBest = {0};
        Found found = Search.run(
                day,
                seed,
                moves -> (System.nanoTime() - began) / (NANOS * seconds),
                (counts, moves) -> toBest[0] = (System.nanoTime() - began) / NANOS);
        double took = (System.nanoTime() - began) / NANOS;
        return tell(
                day,
                "rampline seed " + seed,
                found.order(),
                took,
                String.format(
                        Locale.ROOT,
                        "best after %.1f s, %.2f million moves/s%s",
                        toBest[0],
                        found.moves() / took / 1e6,
                        found.isProvenOptimal() ? ", proven" : ""));
    }

    /** Another solver: an order of the day within so many seconds, if it finds one. */
    private interface Peer {
        Optional<List<Integer>> order(LineDay day, double seconds);
    }

    private static boolean peer(LineDay day, String title, double seconds, Peer peer) {
        long began = System.nanoTime();
        Optional<List<Integer>> order = peer.order(day, seconds);
        double took = (System.nanoTime() - began) / NANOS;
        if (order.isEmpty()) {
            System.out.printf(Locale.ROOT, "%-40s %-18s found nothing in %.1f s%n", day.name(), title, took);
            return true;
        }
        return tell(day, title, order.get(), took, "");
    }

    private static boolean tell(LineDay day, String who, List<Integer> order, double seconds, String remark) {
        Verdict verdict = SequenceCheck.of(day, order);
        System.out.printf(
                Locale.ROOT,
                "%-40s %-18s mark %,15d  high %6d  low %6d  colours %5d  %6.1f s  %s%s%n",
                day.name(),
                who,
                verdict.counts().mark(day.aims()),
                verdict.counts().high(),
                verdict.counts().low(),
                verdict.counts().colours(),
                seconds,
                remark,
                verdict.isAllowed() ? "" : " NOT ALLOWED: " + verdict.flaws().getFirst());
        return verdict.isAllowed();
    }
}
