package io.rampline.proving.timetable;

import io.rampline.proving.timetable.GrowingFactory.Instance;
import io.rampline.ramp.Answer;
import io.rampline.ramp.Question;
import io.rampline.ramp.Timetable;
import io.rampline.ramp.plan.Future;
import io.rampline.ramp.plan.PlanProgress;
import io.rampline.ramp.plan.RobustPlan;
import io.rampline.ramp.plan.RobustTerms;
import io.rampline.ramp.plan.Terms;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** The timetable as it is shipped, asked for one set of starts for many futures, with a clock beside it. */
final class FuturesSearch implements PlanProgress {
    /** Price of an order and week beyond the guarantee: it may be missed, but not lightly. */
    private static final long LATE_MINOR = 1_000_000;

    private static final double TAIL_WEIGHT = 0.3;
    private static final double TAIL_SHARE = 0.1;

    private final double limitSeconds;
    private final Clock clock = new Clock();
    private String told = "";

    private FuturesSearch(double limitSeconds) {
        this.limitSeconds = limitSeconds;
    }

    /** Asks once, and tells on the terminal how it goes; whether the gap asked for was proved. */
    static boolean ask(Instance instance, Terms terms, int futures, long seed, double limitSeconds, Path cacheFolder) {
        RobustTerms robust =
                new RobustTerms(futures(instance, futures, seed), terms.weeks(), LATE_MINOR, TAIL_WEIGHT, TAIL_SHARE);
        FuturesSearch search = new FuturesSearch(limitSeconds);
        Answer answer = Timetable.of(instance.scenario(), instance.book(), cacheFolder)
                .ask(new Question.SeveralFutures(terms, robust), search);
        if (answer instanceof Answer.Branched(RobustPlan plan)) {
            search.tell(String.format(
                    Locale.ROOT,
                    "%d futures: gap %.3f %%, mean %,.0f, mean of the worst tenth %,.0f, the guarantee holds in %.0f %% of them",
                    futures,
                    100 * plan.gap(),
                    plan.meanMinor() / 100.0,
                    plan.tailMinor() / 100.0,
                    100 * plan.holdsShare()));
            return plan.gap() <= terms.gap();
        }
        search.tell(answer.getClass().getSimpleName());
        return false;
    }

    /** Futures in which each model's orders lie anywhere between the low and the high forecast. */
    private static List<Future> futures(Instance instance, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Future> futures = new ArrayList<>();
        for (int f = 0; f < count; f++) {
            TreeMap<String, Double> levels = new TreeMap<>();
            instance.scenario().products().forEach(product -> levels.put(product.model(), random.nextDouble(-1, 1)));
            futures.add(new Future("future " + f, 1, 0, levels));
        }
        return futures;
    }

    @Override
    public boolean goOn(Standing standing) {
        String line = standing.costMinor() == Standing.NO_PLAN
                ? String.format(Locale.ROOT, "%s: no plan, bound %,.0f", standing.work(), standing.boundMinor() / 100.0)
                : String.format(
                        Locale.ROOT,
                        "%s: cost %,.0f, bound %,.0f, gap %.2f %%",
                        standing.work(),
                        standing.costMinor() / 100.0,
                        standing.boundMinor() / 100.0,
                        100 * standing.gap());
        if (!line.equals(told)) {
            tell(line);
        }
        told = line;
        return clock.seconds() <= limitSeconds;
    }

    private void tell(String line) {
        System.out.printf(Locale.ROOT, "%7.1f s, %7.1f cpu s  %s%n", clock.seconds(), clock.processorSeconds(), line);
    }
}
