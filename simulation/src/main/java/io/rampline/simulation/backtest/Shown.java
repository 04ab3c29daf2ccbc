package io.rampline.simulation.backtest;

import io.rampline.simulation.backtest.History.Locks;
import io.rampline.simulation.backtest.History.Posted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The wait that a maker shows of a trim, as far as it is known: what was shown last of it, moved as the other trims of
 * its model have moved since, and drawn towards them. Trims share lines, and a new plan moves them together: what one
 * trim was apart from the others lasts only in part.
 */
final class Shown {
    /** How much of what a trim is apart from its model lasts. */
    private static final double APART = 0.7;

    /** Rows of one page, a few days apart, are one reading. */
    private static final int SAME_READING_DAYS = 10;

    private static final int YOUNG_DAYS = 182;

    private final List<Posted> posted;
    private final Set<String> young = new TreeSet<>();

    Shown(History known, LocalDate asOf) {
        this.posted = known.posted().stream()
                .sorted((a, b) -> a.until().compareTo(b.until()))
                .toList();
        for (Locks row : known.locks()) {
            young.add(row.model());
        }
        known.locks().stream()
                .filter(row -> row.from().isBefore(asOf.minusDays(YOUNG_DAYS)))
                .forEach(row -> young.remove(row.model()));
    }

    /**
     * What was shown.
     *
     * @param log logarithm of the weeks
     * @param day on which something was last shown of the model
     * @param isYoung whether the model's first orders were taken less than half a year ago: its queue is that of the
     *     launch, and shrinks as that is built
     */
    record Reading(double log, LocalDate day, boolean isYoung) {}

    /** Empty when nothing was shown of the model. */
    Optional<Reading> of(String model, String trim) {
        double now = ofModel(model, Long.MAX_VALUE);
        Optional<LocalDate> day = posted.stream()
                .filter(row -> row.model().equals(model) && row.trim().isPresent())
                .map(Posted::until)
                .reduce((a, b) -> b);
        double apart = last(model, trim, Long.MAX_VALUE)
                .map(own ->
                        StrictMath.log(own.weeks()) - ofModel(model, own.until().toEpochDay() + SAME_READING_DAYS))
                .orElse(0.0);
        return day.map(last -> new Reading(now + APART * apart, last, young.contains(model)));
    }

    /** Mean logarithm over the trims, each as shown last by a day; 0 without any. */
    private double ofModel(String model, long untilDay) {
        List<String> trims = new ArrayList<>();
        posted.stream()
                .filter(row -> row.model().equals(model) && row.until().toEpochDay() <= untilDay)
                .forEach(row -> row.trim().filter(trim -> !trims.contains(trim)).ifPresent(trims::add));
        double sum = 0;
        for (String trim : trims) {
            sum += StrictMath.log(last(model, trim, untilDay).orElseThrow().weeks());
        }
        return sum / StrictMath.max(1, trims.size());
    }

    private Optional<Posted> last(String model, String trim, long untilDay) {
        return posted.stream()
                .filter(row -> row.model().equals(model)
                        && row.trim().equals(Optional.of(trim))
                        && row.weeks() > 0
                        && row.until().toEpochDay() <= untilDay)
                .reduce((a, b) -> b);
    }
}
