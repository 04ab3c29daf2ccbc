package io.rampline.desk.timetable;

import io.rampline.factory.Opening;
import io.rampline.factory.Scenario;
import io.rampline.factory.Week;
import io.rampline.ramp.Question;
import io.rampline.ramp.plan.Terms;
import io.rampline.ramp.plan.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The export question as people ask it: when can a market open, with how many a week, and who at home waits how long
 * then? What is left empty has a usual answer.
 *
 * @param market one that openings.csv says could open
 * @param quotas {@code 50%} of what each opening allows at most, or units a week in all; empty for a quarter, a half
 *     and all
 * @param opens ISO weeks; empty for the first that is allowed, and a quarter and a half of a year later
 * @param waits waits at home in weeks; empty for the one of the question
 */
public record MarketAsking(String market, List<String> quotas, List<String> opens, List<Integer> waits) {
    /** Most points of a frontier: each is a search of its own, and so are some more for the earliest weeks. */
    public static final int POINTS_MAX = 120;

    private static final List<String> QUOTAS_USUAL = List.of("25%", "50%", "100%");
    private static final int WEEKS_APART = 13;
    private static final int WEEKS_USUAL = 3;
    private static final int PER_CENT = 100;

    public MarketAsking {
        quotas = List.copyOf(quotas);
        opens = List.copyOf(opens);
        waits = List.copyOf(waits);
    }

    /**
     * The question, in terms of the scenario.
     *
     * @param question what is asked beside it
     * @throws MistakenQuestion when it makes no sense or names what the scenario has not
     */
    public MarketGrid grid(Scenario scenario, Question question) {
        if (!(question instanceof Question.LeastCost)) {
            throw new MistakenQuestion("found an opening of " + market
                    + " asked for together with another question than least cost, expected one at a time");
        }
        Terms terms = question.terms();
        List<Opening> openings = openings(scenario);
        int first = Math.max(0, scenario.horizon().bucket(Week.of(scenario.asOf())) + 1);
        int from = openings.stream().mapToInt(Opening::earliestBucket).reduce(first, Math::max);
        int to = openings.stream().mapToInt(Opening::latestBucket).reduce(terms.weeks() - 1, Math::min);
        if (from > to) {
            throw new MistakenQuestion(
                    "NO_WEEK_TO_OPEN",
                    Map.of("market", market),
                    "found no week in which " + market + " could open for all of "
                            + String.join(
                                    ", ",
                                    openings.stream().map(Opening::resourceName).toList())
                            + " within the plan. Maybe look further ahead.");
        }
        Wait home = terms.guarantee()
                .orElseThrow(
                        () -> new MistakenQuestion(
                                "NO_WAIT_AT_HOME",
                                Map.of("market", market),
                                "found " + market
                                        + " to be opened without a wait at home, expected one. Maybe ask for 12 weeks, or write guarantees.csv."));
        MarketGrid grid = new MarketGrid(
                market, quotas(openings), buckets(scenario, from, to), waits(home), home.fromBucket(), from, to);
        if (grid.size() > POINTS_MAX) {
            throw new MistakenQuestion(
                    "TOO_MANY_POINTS",
                    Map.of("found", grid.size(), "most", POINTS_MAX),
                    "found " + grid.size() + " points of week, quota and wait, expected at most " + POINTS_MAX);
        }
        return grid;
    }

    private List<Opening> openings(Scenario scenario) {
        List<Opening> found = scenario.planning().openings().stream()
                .filter(opening -> opening.market().equals(market.strip()))
                .toList();
        if (!found.isEmpty()) {
            return found;
        }
        SortedSet<String> known = new TreeSet<>();
        scenario.planning().openings().forEach(opening -> known.add(opening.market()));
        throw new MistakenQuestion("found market " + market + ", expected "
                + (known.isEmpty()
                        ? "none: the scenario has no openings.csv"
                        : "one that openings.csv says could open: " + String.join(", ", known)));
    }

    private List<MarketQuota> quotas(List<Opening> openings) {
        List<MarketQuota> all = new ArrayList<>();
        for (String written : quotas.isEmpty() ? QUOTAS_USUAL : quotas) {
            MarketQuota quota = quota(openings, written.strip());
            if (!all.contains(quota)) {
                all.add(quota);
            }
        }
        return all;
    }

    private static MarketQuota quota(List<Opening> openings, String written) {
        int most = openings.stream().mapToInt(Opening::unitsPerWeekMax).sum();
        if (written.matches("\\d{1,3}%")) {
            int share = Integer.parseInt(written.substring(0, written.length() - 1));
            if (share >= 1 && share <= PER_CENT) {
                return MarketQuota.of(openings, (int) Math.max(1, Math.round(most * (double) share / PER_CENT)));
            }
        } else if (written.matches("\\d{1,8}") && Integer.parseInt(written) >= 1 && Integer.parseInt(written) <= most) {
            return MarketQuota.of(openings, Integer.parseInt(written));
        }
        throw new MistakenQuestion(
                "QUOTA_OUTSIDE",
                Map.of("found", written, "most", most),
                "found a quota of " + written + ", expected 1% to 100%, or 1 to " + most + " units a week in all");
    }

    private List<Integer> buckets(Scenario scenario, int from, int to) {
        SortedSet<Integer> buckets = new TreeSet<>();
        for (int i = 0; opens.isEmpty() && i < WEEKS_USUAL; i++) {
            buckets.add(Math.min(to, from + i * WEEKS_APART));
        }
        for (String written : opens) {
            int bucket = Decided.bucket(scenario, "an opening in " + written, written);
            if (bucket < from || bucket > to) {
                throw new MistakenQuestion("found " + market + " opened in " + written + ", expected a week from "
                        + scenario.horizon().week(from) + " to "
                        + scenario.horizon().week(to));
            }
            buckets.add(bucket);
        }
        return List.copyOf(buckets);
    }

    private List<Integer> waits(Wait home) {
        SortedSet<Integer> asked = new TreeSet<>(waits);
        if (asked.isEmpty()) {
            asked.add(home.weeks());
        }
        if (asked.first() < 1 || asked.last() > Asking.WAIT_MAX) {
            throw new MistakenQuestion("found waits of " + waits + ", expected 1 to " + Asking.WAIT_MAX + " weeks");
        }
        return List.copyOf(asked);
    }
}
