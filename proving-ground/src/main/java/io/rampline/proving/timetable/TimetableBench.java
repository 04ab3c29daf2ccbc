package io.rampline.proving.timetable;

import io.rampline.proving.timetable.GrowingFactory.Instance;
import io.rampline.proving.timetable.GrowingFactory.Size;
import io.rampline.ramp.plan.Terms;
import io.rampline.ramp.plan.Wait;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How long a timetable takes, beside other solvers on the plain program in the same run. */
public final class TimetableBench {
    private static final String USAGE =
            "usage: rampline bench timetable [--weeks W] [--steps K] [--groups G] [--seed S]"
                    + " [--gap SHARE] [--seconds-limit S] [--futures N] [--no-peers] [--json]";
    private static final int WAIT_WEEKS = 12;
    private static final double SECONDS_LIMIT = 120;

    private TimetableBench() {}

    /** What was asked for. */
    record Wish(Size size, double gap, double secondsLimit, int futures, List<PeerSolver> peers, boolean json) {
        static Wish of(List<String> arguments) {
            int weeks = 104;
            int steps = 16;
            int groups = 4;
            long seed = 1;
            double gap = Terms.USUAL_GAP;
            double limit = SECONDS_LIMIT;
            List<PeerSolver> peers = List.of(PeerSolver.values());
            int futures = 1;
            boolean json = false;
            for (int i = 0; i < arguments.size(); i++) {
                switch (arguments.get(i)) {
                    case "--weeks" -> weeks = Integer.parseInt(arguments.get(++i));
                    case "--steps" -> steps = Integer.parseInt(arguments.get(++i));
                    case "--groups" -> groups = Integer.parseInt(arguments.get(++i));
                    case "--seed" -> seed = Long.parseLong(arguments.get(++i));
                    case "--gap" -> gap = Double.parseDouble(arguments.get(++i));
                    case "--seconds-limit" -> limit = Double.parseDouble(arguments.get(++i));
                    case "--futures" -> futures = Integer.parseInt(arguments.get(++i));
                    case "--no-peers" -> peers = List.of();
                    case "--json" -> json = true;
                    default -> throw new IllegalArgumentException("found \"" + arguments.get(i) + "\"");
                }
            }
            return new Wish(new Size(weeks, steps, groups, seed), gap, limit, futures, peers, json);
        }

        Terms terms() {
            return Terms.of(size.weeks())
                    .guarantee(new Wait(WAIT_WEEKS, size.weeks() * 2 / 5))
                    .gap(gap);
        }
    }

    /** The exit code: 0 done and all plans hold and agree, 1 otherwise, 2 wrong usage. */
    public static int run(List<String> arguments) {
        Wish wish;
        try {
            wish = Wish.of(arguments);
        } catch (IllegalArgumentException | IndexOutOfBoundsException wrong) {
            System.err.println(wrong.getMessage() + "; " + USAGE);
            return 2;
        }
        Instance instance = GrowingFactory.of(wish.size());
        tellQuestion(wish);
        if (wish.futures() > 1) {
            boolean shown = FuturesSearch.ask(
                    instance, wish.terms(), wish.futures(), wish.size().seed(), wish.secondsLimit(), cacheFolder());
            return shown ? 0 : 1;
        }
        List<Figures> all = new ArrayList<>();
        OwnSearch.Result own = OwnSearch.ask(instance, wish.terms(), wish.secondsLimit(), cacheFolder());
        all.add(own.figures());
        tell(own.figures(), wish);
        own.planned().ifPresent(planned -> {
            int limit = (int) Math.ceil(wish.secondsLimit());
            for (PeerSolver peer : wish.peers()) {
                Figures figures = peer.measure(instance, planned.plan(), planned.marginWeeks(), limit);
                all.add(figures);
                tell(figures, wish);
            }
        });
        return all.stream().allMatch(figures -> figures.flaws().isEmpty() && figures.agreesWith(own.figures())) ? 0 : 1;
    }

    static Path cacheFolder() {
        return Path.of(System.getProperty("java.io.tmpdir"), "rampline-bench-cache");
    }

    /** One line each as it comes: some take their whole limit. */
    private static void tell(Figures figures, Wish wish) {
        System.out.println(wish.json() ? figures.json() : figures.line());
    }

    private static void tellQuestion(Wish wish) {
        if (wish.json()) {
            return;
        }
        System.out.printf(
                "%d weeks, %d steps, %d groups, seed %d; nobody waits longer than %d weeks from week %d on; gap asked %.2f %%%n",
                wish.size().weeks(),
                wish.size().steps(),
                wish.size().groups(),
                wish.size().seed(),
                WAIT_WEEKS,
                wish.size().weeks() * 2 / 5,
                100 * wish.gap());
        if (wish.futures() == 1) {
            System.out.println(Figures.HEADER);
        }
    }
}
