package io.rampline.desk.briefing;

import io.rampline.desk.lineday.LineDaysReport;
import io.rampline.factory.Scenario;
import io.rampline.factory.Week;
import io.rampline.intake.Outturn.Explanation;
import io.rampline.intake.Source;
import java.util.List;
import java.util.Optional;

/**
 * All figures of a briefing. Every file and every line on the terminal is written from this one record.
 *
 * @param waits by trim and market in the order of the products and markets; trims nobody ordered and nobody can order
 *     are left out
 * @param causes what keeps open orders from an earlier week, the most frequent first
 * @param loads every resource, in the order of the network
 * @param bindings by build week; weeks in which nothing is built are left out
 * @param lockWeeks by trim, in the order of the products
 * @param money liabilities, refunds at risk and cash; empty where nobody asked for futures
 * @param counted windows from futures; empty where windows follow the scenario's rule
 * @param lineDays the first frozen day of each line; empty without rules of lines
 * @param assumptions the planner's words about the scenario as a whole
 */
public record Briefing(
        Scenario scenario,
        Week asOfWeek,
        Totals totals,
        List<TrimWait> waits,
        List<CauseCount> causes,
        Timeline timeline,
        List<LockWeeks> lockWeeks,
        List<ResourceLoad> loads,
        List<WeekBinding> bindings,
        Outlook outlook,
        Deposits deposits,
        Optional<MoneyOutlook> money,
        Optional<CountedWindows> counted,
        LineDaysReport lineDays,
        List<Explanation> assumptions,
        List<Source> sources) {
    /** The waits whose end is told, in weeks: half a year, a quarter, two months. */
    public static final List<Integer> WAIT_LIMITS_WEEKS = List.of(26, 12, 8);

    public Briefing {
        waits = List.copyOf(waits);
        causes = List.copyOf(causes);
        lockWeeks = List.copyOf(lockWeeks);
        loads = List.copyOf(loads);
        bindings = List.copyOf(bindings);
        assumptions = List.copyOf(assumptions);
        sources = List.copyOf(sources);
    }

    /**
     * Counts of orders.
     *
     * @param open neither delivered nor cancelled
     * @param promised open with a week
     * @param beyondHorizon open without one; open = promised + beyond
     * @param fromNow waits of all open orders from the week of the briefing
     */
    public record Totals(
            int open, int promised, int beyondHorizon, int locked, int delivered, int cancelled, WeekCounts fromNow) {}

    /** How many open orders a cause keeps from an earlier week. */
    public record CauseCount(Cause cause, int orders) {}

    /** The same with its money. */
    public Briefing with(MoneyOutlook moneyOutlook) {
        return new Briefing(
                scenario,
                asOfWeek,
                totals,
                waits,
                causes,
                timeline,
                lockWeeks,
                loads,
                bindings,
                outlook,
                deposits,
                Optional.of(moneyOutlook),
                counted,
                lineDays,
                assumptions,
                sources);
    }

    /** The home-market trim with the longest quoted wait; one without a date counts as longest. */
    public Optional<TrimWait> slowest() {
        return waits.stream()
                .filter(wait -> wait.trim().market().equals(scenario.homeMarket()))
                .reduce((a, b) -> weeks(b) > weeks(a) ? b : a);
    }

    private static int weeks(TrimWait wait) {
        return wait.quote().weeks().orElse(Integer.MAX_VALUE);
    }
}
