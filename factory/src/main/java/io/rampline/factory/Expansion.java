package io.rampline.factory;

import io.rampline.factory.Decisions.Opened;
import io.rampline.factory.Decisions.Start;
import io.rampline.factory.Resource.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Turns decisions into weekly units: the one place that says what a factory can do once steps have been taken and
 * markets opened.
 *
 * <p>A step adds its gains from the start of its work plus its lead on; gains of several steps on one resource add up,
 * each rounded to whole units by itself ({@link StepGain#units}). A limit that is unlimited in a week stays so. A
 * market opens in the first week decided for any of its openings, and each opening becomes the quota of its products
 * from its own week on. Steps and openings that the scenario calls decided are part of every plan, unless the decisions
 * give them another week.
 *
 * <p>What it does not do: ask whether a plan may be, for instance whether a step starts in its weeks, one step follows
 * another, or money suffices. That is for those who make plans and those who check them.
 */
public final class Expansion {
    private final Scenario scenario;
    private final int weeks;
    private final Map<Kind, Map<String, int[]>> gains = new TreeMap<>();
    private final List<Opened> opened;

    private Expansion(Scenario scenario, Decisions decisions) {
        this.scenario = scenario;
        this.weeks = scenario.horizon().weeks();
        this.opened = openings(scenario.planning(), decisions);
        for (Start start : starts(scenario.planning(), decisions)) {
            Step step = scenario.planning()
                    .findStep(start.step())
                    .orElseThrow(() -> new IllegalArgumentException("found a start of step " + start.step()
                            + ", expected a step of the scenario " + scenario.name()));
            step.gains().forEach(gain -> add(gain, step.effectiveBucket(start.bucket())));
        }
    }

    /**
     * The scenario once the decisions have been carried out, with nothing left to decide.
     *
     * @throws IllegalArgumentException when a step, an opening, or a resource that gains is none of the scenario's
     */
    public static Scenario of(Scenario scenario, Decisions decisions) {
        return new Expansion(scenario, decisions).expanded();
    }

    private Scenario expanded() {
        Scenario expanded = new Scenario(
                scenario.name(),
                scenario.horizon(),
                scenario.asOf(),
                scenario.currency(),
                scenario.homeMarket(),
                scenario.confidence(),
                scenario.rules(),
                scenario.windowRule(),
                scenario.products(),
                scenario.lines().stream().map(this::line).toList(),
                scenario.parts().stream().map(this::part).toList(),
                scenario.bill(),
                scenario.options().stream().map(this::option).toList(),
                scenario.mix().stream().map(this::mix).toList(),
                scenario.markets().stream().map(this::market).toList(),
                quotas(),
                scenario.demand(),
                scenario.deposits(),
                scenario.planning().decided());
        for (Map.Entry<Kind, Map<String, int[]>> left : gains.entrySet()) {
            left.getValue().keySet().stream().findFirst().ifPresent(name -> {
                throw new IllegalArgumentException(
                        "found a gain on " + left.getKey().label() + " " + name
                                + ", expected a resource of the scenario " + scenario.name());
            });
        }
        return expanded;
    }

    /** Those decided before, unless they are decided anew, and those decided now. */
    private static List<Start> starts(Planning planning, Decisions decisions) {
        Set<String> anew = new TreeSet<>();
        decisions.starts().forEach(start -> anew.add(start.step()));
        List<Start> all = new ArrayList<>(decisions.starts());
        for (Step step : planning.steps()) {
            if (step.decidedBucket().isPresent() && !anew.contains(step.name())) {
                all.add(new Start(step.name(), step.decidedBucket().getAsInt()));
            }
        }
        return all;
    }

    private static List<Opened> openings(Planning planning, Decisions decisions) {
        List<Opened> all = new ArrayList<>();
        for (Opened opened : decisions.openings()) {
            if (planning.findOpening(opened.market(), opened.products()).isEmpty()) {
                throw new IllegalArgumentException("found " + opened.market() + " opened for " + opened.products()
                        + ", expected an opening of the scenario");
            }
            all.add(opened);
        }
        for (Opening opening : planning.openings()) {
            boolean anew = decisions.openings().stream()
                    .anyMatch(opened -> opened.market().equals(opening.market())
                            && opened.products().equals(opening.products()));
            if (opening.decidedBucket().isPresent() && !anew) {
                all.add(new Opened(
                        opening.market(),
                        opening.products(),
                        opening.decidedBucket().getAsInt(),
                        opening.unitsPerWeekMax()));
            }
        }
        return all;
    }

    private void add(StepGain gain, int effectiveBucket) {
        int[] sum = gains.computeIfAbsent(gain.kind(), _ -> new TreeMap<>())
                .computeIfAbsent(gain.resource(), _ -> new int[weeks]);
        int[] units = gain.units(effectiveBucket, weeks);
        for (int bucket = 0; bucket < weeks; bucket++) {
            sum[bucket] = Math.addExact(sum[bucket], units[bucket]);
        }
    }

    /** The units with what the resource gains; each gain is asked for once. */
    private WeeklyUnits with(Kind kind, String name, WeeklyUnits units) {
        int[] gained = gains.getOrDefault(kind, new TreeMap<>()).remove(name);
        if (gained == null) {
            return units;
        }
        int[] sum = units.toArray();
        for (int bucket = 0; bucket < weeks; bucket++) {
            if (sum[bucket] != WeeklyUnits.UNLIMITED) {
                sum[bucket] = Math.addExact(sum[bucket], gained[bucket]);
            }
        }
        return WeeklyUnits.of(sum);
    }

    private Line line(Line line) {
        return new Line(line.plant(), line.name(), line.models(), with(Kind.LINE, line.name(), line.capacity()));
    }

    private Part part(Part part) {
        return new Part(
                part.name(), part.unitCostMinor(), part.openingStock(), with(Kind.PART, part.name(), part.arrivals()));
    }

    private Option option(Option option) {
        WeeklyUnits limit = with(Kind.OPTION, option.resourceName(), option.limit());
        return new Option(option.name(), option.products(), option.priceMinor(), limit);
    }

    private MixLimit mix(MixLimit mix) {
        return new MixLimit(mix.line(), mix.products(), with(Kind.MIX, mix.resourceName(), mix.limit()));
    }

    private Market market(Market market) {
        int opensBucket = opened.stream()
                .filter(opening -> opening.market().equals(market.name()))
                .mapToInt(Opened::bucket)
                .reduce(market.opensBucket(), Math::min);
        WeeklyUnits transport = with(Kind.TRANSPORT, market.name(), market.transport());
        return new Market(market.name(), market.transitWeeks(), opensBucket, transport);
    }

    private List<Quota> quotas() {
        List<Quota> quotas = new ArrayList<>();
        for (Quota quota : scenario.quotas()) {
            boolean isReplaced =
                    opened.stream().anyMatch(opening -> opening.resourceName().equals(quota.resourceName()));
            if (!isReplaced) {
                WeeklyUnits units = with(Kind.QUOTA, quota.resourceName(), quota.units());
                quotas.add(new Quota(quota.market(), quota.products(), units, quota.reservedOn()));
            }
        }
        for (Opened opening : opened) {
            quotas.add(quota(opening));
        }
        // What a step would add to the quota of a market that stays shut.
        for (Opening opening : scenario.planning().openings()) {
            gains.getOrDefault(Kind.QUOTA, new TreeMap<>()).remove(opening.resourceName());
        }
        return quotas;
    }

    private Quota quota(Opened opening) {
        int[] decided = new int[weeks];
        for (int bucket = opening.bucket(); bucket < weeks; bucket++) {
            decided[bucket] = opening.unitsPerWeek();
        }
        int[] units = with(Kind.QUOTA, opening.resourceName(), WeeklyUnits.of(decided))
                .toArray();
        for (int bucket = 0; bucket < Math.min(opening.bucket(), weeks); bucket++) {
            units[bucket] = 0;
        }
        Optional<String> reservedOn = scenario.planning()
                .findOpening(opening.market(), opening.products())
                .flatMap(Opening::reservedOn);
        return new Quota(opening.market(), opening.products(), WeeklyUnits.of(units), reservedOn);
    }
}
