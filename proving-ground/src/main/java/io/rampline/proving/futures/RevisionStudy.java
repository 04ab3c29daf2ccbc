package io.rampline.proving.futures;

import io.rampline.simulation.window.Fate;
import io.rampline.simulation.window.RevisionTest;
import io.rampline.simulation.window.StatedHistory;
import io.rampline.simulation.window.StatedWeek;
import io.rampline.simulation.window.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How often does the test of stated probabilities warn? A plant whose weekly output is normal and independent, so that
 * the probability to be built by a week is known exactly and honest: P = Phi((built + mean x weeks left - place) /
 * (spread x sqrt(weeks left))). An order stands for each of the next weeks, promised the week that its place is due by
 * the plan. All share the plant's luck. Then the same with an output that falls short of what is believed, by a part of
 * a week's spread.
 */
public final class RevisionStudy {
    /** Weeks in which probabilities move. */
    private static final int WEEKS = RevisionTest.WEEKS;

    /** Of the tests that do not warn. */
    private static final double SIZE = 0.05;

    private static final int PROMISED_WEEKS = 40;
    private static final double MEAN = 100;
    private static final double SPREAD = 15;

    private final int stories;
    private int falling;
    private int rising;
    private int following;
    private int excess;

    private RevisionStudy(int stories) {
        this.stories = stories;
    }

    /**
     * Lives through stories.
     *
     * @param shortfall by which output is less than believed, in spreads of a week
     */
    static RevisionStudy of(int stories, double shortfall, long seed) {
        RevisionStudy study = new RevisionStudy(stories);
        SplittableRandom random = new SplittableRandom(seed);
        for (int story = 0; story < stories; story++) {
            study.count(live(shortfall, random));
        }
        return study;
    }

    /** Share of the stories in which it warns. */
    double warned() {
        return falling / (double) stories;
    }

    double rose() {
        return rising / (double) stories;
    }

    double followed() {
        return following / (double) stories;
    }

    double moved() {
        return excess / (double) stories;
    }

    private void count(RevisionTest test) {
        falling += test.warns() ? 1 : 0;
        rising += test.risingP() <= RevisionTest.WARNS_AT ? 1 : 0;
        following += test.followingP() <= SIZE ? 1 : 0;
        excess += test.excessP() <= SIZE ? 1 : 0;
    }

    private static RevisionTest live(double shortfall, SplittableRandom random) {
        List<StatedWeek> stated = new ArrayList<>();
        Map<String, Fate> fates = new HashMap<>();
        double built = 0;
        int next = 1;
        for (int week = 0; week <= WEEKS; week++) {
            if (week > 0) {
                built += MEAN + SPREAD * (random.nextGaussian() - shortfall);
            }
            while (next <= PROMISED_WEEKS && MEAN * next <= built) {
                fates.put(id(next), new Fate.Delivered(week));
                next++;
            }
            stated.add(new StatedWeek(week, "", statements(week, built)));
        }
        return RevisionTest.of(StatedHistory.of(0.9, stated, fates, WEEKS, "").movements());
    }

    /** At the end of a week; those whose promised week is over are decided. */
    private static List<Statement> statements(int week, double built) {
        List<Statement> statements = new ArrayList<>();
        for (int promised = week + 1; promised <= PROMISED_WEEKS; promised++) {
            double place = MEAN * promised;
            int left = promised - week;
            double kept = built >= place ? 1 : below((built + MEAN * left - place) / (SPREAD * Math.sqrt(left)));
            statements.add(new Statement(id(promised), promised, kept, promised - 1, promised + 1, promised));
        }
        return statements;
    }

    /** The standard normal distribution to seven digits: Abramowitz and Stegun, 26.2.17. */
    private static double below(double x) {
        double t = 1 / (1 + 0.2316419 * Math.abs(x));
        double sum = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        double tail = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) * sum;
        return x >= 0 ? 1 - tail : tail;
    }

    private static String id(int promised) {
        return "o" + promised;
    }
}
