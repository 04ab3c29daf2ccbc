package io.rampline.simulation.backtest;

import io.rampline.factory.Week;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known of a maker, each row with the day from which it could be known. Rows may be in any order.
 *
 * @param locks orders counted
 * @param handed deliveries counted
 * @param posted waits shown to customers
 * @param blocks capacity that runs or was told of
 * @param expected orders expected by the maker's planner
 * @param slots slots a week that a line keeps for a model
 * @param rests weeks in which less is worked than usual
 * @param aims what the maker said in public that it would deliver
 */
public record History(
        List<Locks> locks,
        List<Handed> handed,
        List<Posted> posted,
        List<Told> blocks,
        List<Expected> expected,
        List<Slots> slots,
        List<Rest> rests,
        List<Aim> aims) {
    public History {
        locks = List.copyOf(locks);
        handed = List.copyOf(handed);
        posted = List.copyOf(posted);
        blocks = List.copyOf(blocks);
        expected = List.copyOf(expected);
        slots = List.copyOf(slots);
        rests = List.copyOf(rests);
        aims = List.copyOf(aims);
    }

    /** A row of a history. */
    sealed interface Dated {
        /** Last day that it counts; for what is told of the future the day it was told. */
        LocalDate until();

        /** From this day on it could be known. */
        LocalDate known();
    }

    /**
     * Orders locked in a period.
     *
     * @param left how many of them have left since
     * @param leftFrom first day on which they may have; empty when they did so soon after their lock
     */
    public record Locks(
            String model,
            String trim,
            LocalDate from,
            LocalDate until,
            int units,
            int left,
            Optional<LocalDate> leftFrom,
            LocalDate known)
            implements Dated {}

    /** Units handed over in a period; of all models when none is named. */
    public record Handed(Optional<String> model, LocalDate from, LocalDate until, int units, LocalDate known)
            implements Dated {}

    /**
     * A wait shown on a day.
     *
     * @param trim empty when it is said of all trims
     * @param weeks middle of what was shown
     * @param firm whether its source may be relied on; others are used for nothing
     */
    public record Posted(
            String model, Optional<String> trim, LocalDate until, double weeks, boolean firm, LocalDate known)
            implements Dated {}

    /**
     * A block of capacity. Of several rows with the same line and block the one known last counts.
     *
     * @param models what the line can build then
     * @param startEarliest first day on which it may start, or has started
     * @param startLatest last day
     * @param unitsPerWeek at full rate, above 0
     * @param chance that it comes, 0 to 1
     * @param climbWeeks from 10 to 90 percent, where something is known of it
     * @param startShare of the full rate on the first day, where something is known of it
     */
    public record Told(
            String line,
            String block,
            List<String> models,
            LocalDate startEarliest,
            LocalDate startLatest,
            double unitsPerWeek,
            double chance,
            OptionalDouble climbWeeks,
            OptionalDouble startShare,
            LocalDate known)
            implements Dated {
        public Told {
            models = List.copyOf(models);
        }

        @Override
        public LocalDate until() {
            return known;
        }
    }

    /** Orders a week expected from one week to another: one in ten below low, one in ten above high. */
    public record Expected(
            String model, String trim, Week first, Week last, double low, double mid, double high, LocalDate known)
            implements Dated {
        @Override
        public LocalDate until() {
            return known;
        }
    }

    /** Slots a week. */
    public record Slots(String line, String model, double units, LocalDate known) implements Dated {
        @Override
        public LocalDate until() {
            return known;
        }
    }

    /**
     * Units of all models together that the maker said it would deliver from one day to another.
     *
     * @param units above 0
     */
    public record Aim(LocalDate from, LocalDate due, int units, LocalDate known) implements Dated {
        @Override
        public LocalDate until() {
            return known;
        }
    }

    /** Share of a usual week that is worked. */
    public record Rest(Week week, double share, LocalDate known) implements Dated {
        @Override
        public LocalDate until() {
            return known;
        }
    }
}
