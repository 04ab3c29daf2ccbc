package io.rampline.factory;

import io.rampline.factory.Resource.Kind;

/**
 * What a step adds to a resource, week by week, from the week it takes effect.
 *
 * @param kind any but {@link Kind#OPEN_POOL}, which follows from its line
 * @param resource name within its kind, as in {@link Resource#name()}
 * @param unitsPerWeek units a week at full rate, 1 to {@value #UNITS_MAX}; pieces that arrive for a part
 * @param ramp share of the full rate by age; age 0 is the week it takes effect
 * @param workedPermille thousandths of a full week that the plant works in each bucket; {@link #FULL_WEEKS} where no
 *     calendar applies
 */
public record StepGain(Kind kind, String resource, int unitsPerWeek, RampCurve ramp, WeeklyUnits workedPermille) {
    public static final int UNITS_MAX = 1_000_000;

    /** Every week is a full one. */
    public static final WeeklyUnits FULL_WEEKS = WeeklyUnits.of();

    private static final double WHOLE_WEEK = 1000;

    public StepGain {
        if (kind == Kind.OPEN_POOL) {
            throw new IllegalArgumentException(
                    "found a gain on open pool " + resource + ", expected one on its line; maybe line " + resource);
        }
        if (unitsPerWeek < 1 || unitsPerWeek > UNITS_MAX) {
            throw new IllegalArgumentException("found a gain of " + unitsPerWeek + " a week on " + kind.label() + " "
                    + resource + ", expected 1 to " + UNITS_MAX);
        }
    }

    /** A gain to which no calendar applies. */
    public static StepGain everyWeek(Kind kind, String resource, int unitsPerWeek, RampCurve ramp) {
        return new StepGain(kind, resource, unitsPerWeek, ramp, FULL_WEEKS);
    }

    /**
     * Whole units added in each of {@code weeks} buckets; fractions are carried from week to week as in
     * {@link EffectiveCapacity}. Each gain is rounded by itself, so that the gains of several steps simply add up.
     *
     * @param effectiveBucket bucket in which it takes effect; may be negative, or behind the last bucket
     */
    public int[] units(int effectiveBucket, int weeks) {
        return EffectiveCapacity.carried(
                weeks, bucket -> unitsPerWeek * ramp.share(bucket - effectiveBucket) * worked(bucket));
    }

    private double worked(int bucket) {
        return bucket < workedPermille.weeks() ? workedPermille.get(bucket) / WHOLE_WEEK : 1;
    }
}
