package io.rampline.desk.futures;

import io.rampline.simulation.window.RevisionTest;
import java.util.Locale;

/** The revision test in a sentence. */
public final class RevisionWords {
    private static final double POINTS = 100;

    private RevisionWords() {}

    /** What it says of the last weeks. */
    public static String of(RevisionTest test) {
        if (!test.canTell()) {
            return "stated probabilities: " + test.weeks() + " weeks of movements, too few to tell; "
                    + RevisionTest.WEEKS_LEAST + " are needed";
        }
        String moved = String.format(
                Locale.ROOT, "%+.1f points a week over %d weeks", POINTS * test.meanDrift(), test.weeks());
        if (test.warns()) {
            return String.format(
                    Locale.ROOT,
                    "stated probabilities drift: %s, which chance alone does in %.1f %% of such stretches; promises will be"
                            + " broken that look kept today",
                    moved,
                    POINTS * test.fallingP());
        }
        return "stated probabilities do not fall: " + moved;
    }
}
