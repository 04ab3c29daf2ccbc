package io.rampline.factory;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far what comes may be from what is planned, cause by cause. One cause that several things share is one entry: a
 * stop of a plant stops all of its lines in the same weeks.
 *
 * @param plants what the lines of a plant share
 * @param plantByName exceptions by plant
 * @param lines what a line has for itself, beside its plant
 * @param lineByName exceptions by line
 * @param parts arrivals of a part
 * @param partByName exceptions by part
 */
public record Uncertainty(
        Output plants,
        SortedMap<String, Output> plantByName,
        Output lines,
        SortedMap<String, Output> lineByName,
        Arrivals parts,
        SortedMap<String, Arrivals> partByName,
        Demand demand,
        Leaving leaving) {
    /** Nothing is uncertain and nobody's mood changes: the one future is the plan. */
    public static final Uncertainty NONE = new Uncertainty(
            Output.CERTAIN,
            new TreeMap<>(),
            Output.CERTAIN,
            new TreeMap<>(),
            Arrivals.CERTAIN,
            new TreeMap<>(),
            Demand.CERTAIN,
            Leaving.AS_PLANNED);

    /** Assumptions for a scenario that says nothing of its own; none of them is an estimate for a real plant. */
    public static final Uncertainty ASSUMED = new Uncertainty(
            new Output(4, 0, 0, 2, 0.8, 0.2, 1, 80),
            new TreeMap<>(),
            new Output(4, 1, 3, 4, 0.6, 0.5, 1, 60),
            new TreeMap<>(),
            new Arrivals(5, 0.6, 0.5, 2, 60),
            new TreeMap<>(),
            new Demand(20),
            new Leaving(30, 1.9, 0));

    /**
     * Output of a plant or line, relative to its plan. The factors are multiplied; level and noise have mean 1.
     *
     * @param levelPercent standard deviation of the lasting level, 0 to {@value #PERCENT_MAX}
     * @param delayWeeks weeks by which every climb comes later than planned, on average, -52 to 52
     * @param delaySpreadWeeks standard deviation of that, 0 to 52
     * @param noisePercent standard deviation of the logarithm of weekly noise, 0 to {@value #PERCENT_MAX}
     * @param noiseCarry share of a week's noise that stays in the next (log-AR(1)), 0 to less than 1
     * @param outagesPerYear stops a year beyond what the plan's OEE holds, 0 to 26
     * @param outageWeeks mean length, 1 to 52; lengths are geometric
     * @param outageLossPercent share of the output that is lost while it lasts, 0 to 100
     */
    public record Output(
            double levelPercent,
            double delayWeeks,
            double delaySpreadWeeks,
            double noisePercent,
            double noiseCarry,
            double outagesPerYear,
            double outageWeeks,
            double outageLossPercent) {
        public static final Output CERTAIN = new Output(0, 0, 0, 0, 0, 0, 1, 0);

        public Output {
            Range.check("level_percent", levelPercent, 0, PERCENT_MAX);
            Range.check("delay_weeks", delayWeeks, -WEEKS_MAX, WEEKS_MAX);
            Range.check("delay_spread_weeks", delaySpreadWeeks, 0, WEEKS_MAX);
            Range.check("noise_percent", noisePercent, 0, PERCENT_MAX);
            Range.check("noise_carry", noiseCarry, 0, CARRY_MAX);
            Range.check("outages_per_year", outagesPerYear, 0, PER_YEAR_MAX);
            Range.check("outage_weeks", outageWeeks, 1, WEEKS_MAX);
            Range.check("outage_loss_percent", outageLossPercent, 0, 100);
        }
    }

    /**
     * Arrivals of a part. What is held back during a delay arrives when it ends.
     *
     * @param noisePercent as for {@link Output}
     * @param noiseCarry as for {@link Output}
     * @param delaysPerYear delays of deliveries a year, 0 to 26
     * @param delayWeeks mean length, 1 to 52
     * @param heldPercent share of the arrivals that is held back while it lasts, 0 to 100
     */
    public record Arrivals(
            double noisePercent, double noiseCarry, double delaysPerYear, double delayWeeks, double heldPercent) {
        public static final Arrivals CERTAIN = new Arrivals(0, 0, 0, 1, 0);

        public Arrivals {
            Range.check("noise_percent", noisePercent, 0, PERCENT_MAX);
            Range.check("noise_carry", noiseCarry, 0, CARRY_MAX);
            Range.check("delays_per_year", delaysPerYear, 0, PER_YEAR_MAX);
            Range.check("delay_weeks", delayWeeks, 1, WEEKS_MAX);
            Range.check("held_percent", heldPercent, 0, 100);
        }
    }

    /**
     * New orders of a model.
     *
     * @param outsidePercent how often demand is below the low or above the high forecast, 0 for never leaving the
     *     middle one, up to 80
     */
    public record Demand(double outsidePercent) {
        public static final Demand CERTAIN = new Demand(0);

        public Demand {
            Range.check("outside_percent", outsidePercent, 0, OUTSIDE_MAX);
        }
    }

    /**
     * Customers who leave, relative to the planned share a month.
     *
     * @param spreadPercent standard deviation of the logarithm of one factor for all customers, 0 to
     *     {@value #SPREAD_MAX}
     * @param afterSlipFactor how many times as many leave once the promised week is past, 1 to 20
     * @param morePercentPerQuotedMonth how many percent more leave for each month of quoted wait, 0 to 20
     */
    public record Leaving(double spreadPercent, double afterSlipFactor, double morePercentPerQuotedMonth) {
        public static final Leaving AS_PLANNED = new Leaving(0, 1, 0);

        public Leaving {
            Range.check("spread_percent", spreadPercent, 0, SPREAD_MAX);
            Range.check("after_slip_factor", afterSlipFactor, 1, AFTER_SLIP_MAX);
            Range.check("more_percent_per_quoted_month", morePercentPerQuotedMonth, 0, PER_QUOTED_MONTH_MAX);
        }
    }

    /** Beyond it a plan says nothing any more. */
    public static final double PERCENT_MAX = 50;

    public static final double SPREAD_MAX = 100;
    public static final double OUTSIDE_MAX = 80;
    public static final double AFTER_SLIP_MAX = 20;
    public static final double PER_QUOTED_MONTH_MAX = 20;
    public static final double WEEKS_MAX = 52;
    public static final double PER_YEAR_MAX = 26;
    public static final double CARRY_MAX = 0.99;

    public Uncertainty {
        plantByName = new TreeMap<>(plantByName);
        lineByName = new TreeMap<>(lineByName);
        partByName = new TreeMap<>(partByName);
    }

    public Output plant(String name) {
        return plantByName.getOrDefault(name, plants);
    }

    public Output line(String name) {
        return lineByName.getOrDefault(name, lines);
    }

    public Arrivals part(String name) {
        return partByName.getOrDefault(name, parts);
    }

    /**
     * A class of its own: checking a part must not call for the constants of the whole, which are made of such parts.
     */
    private static final class Range {
        private Range() {}

        static void check(String name, double value, double least, double most) {
            if (!(value >= least && value <= most)) {
                throw new IllegalArgumentException(
                        "found " + name + " = " + value + ", expected " + least + " to " + most);
            }
        }
    }
}
