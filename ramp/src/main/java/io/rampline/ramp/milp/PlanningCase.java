package io.rampline.ramp.milp;

import io.rampline.factory.Decisions;
import io.rampline.factory.Decisions.Opened;
import io.rampline.factory.Decisions.Start;
import io.rampline.factory.Expansion;
import io.rampline.factory.Network;
import io.rampline.factory.Opening;
import io.rampline.factory.Scenario;
import io.rampline.factory.Step;
import io.rampline.factory.Week;
import io.rampline.promise.OrderTable;
import io.rampline.ramp.plan.Terms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A scenario, its book and the terms, put in order for the program: everything by name, so that the order of rows in
 * the input does not show.
 */
public final class PlanningCase {
    final Scenario scenario;
    private final OrderTable book;
    final Terms terms;
    final int weeks;
    /** First bucket that can still be built in. */
    final int first;
    /** The factory with all that is decided already. */
    final Network network;
    /** Steps to decide on, by name. */
    final List<Step> steps;
    /** Steps decided already, by name, with their start. */
    final Map<String, Integer> decided;
    /** Openings, all of them decided. */
    final List<Opened> opened;

    final List<Customers> customers;
    /** Weeks by which a group is served sooner than guaranteed, by its name. */
    final SortedMap<String, Integer> margins;

    private PlanningCase(Scenario scenario, OrderTable book, Terms terms, SortedMap<String, Integer> margins) {
        this.scenario = scenario;
        this.book = book;
        this.margins = new TreeMap<>(margins);
        this.terms = terms;
        this.weeks = Math.min(terms.weeks(), scenario.horizon().weeks());
        this.first = Math.max(0, scenario.horizon().bucket(Week.of(scenario.asOf())) + 1);
        this.decided = decidedStarts(scenario, terms);
        this.opened = openings(scenario, terms);
        this.steps = scenario.planning().steps().stream()
                .filter(step -> !decided.containsKey(step.name()))
                .sorted(Comparator.comparing(Step::name))
                .toList();
        this.network = Network.of(Expansion.of(scenario, fixed()));
        this.customers = new CustomerList(this, book).make();
    }

    /**
     * Puts a question in order.
     *
     * @param book the open orders; what they were promised before does not count
     * @throws IllegalArgumentException when the terms name a step or an opening that the scenario has not
     */
    public static PlanningCase of(Scenario scenario, OrderTable book, Terms terms) {
        return new PlanningCase(scenario, book, terms, new TreeMap<>());
    }

    /**
     * As {@link #of(Scenario, OrderTable, Terms)}, with groups served sooner than guaranteed.
     *
     * @param margins weeks, by the name of the group
     */
    public static PlanningCase of(Scenario scenario, OrderTable book, Terms terms, SortedMap<String, Integer> margins) {
        return new PlanningCase(scenario, book, terms, margins);
    }

    /** The same once more, with customers of its own. */
    PlanningCase again() {
        return new PlanningCase(scenario, book, terms, margins);
    }

    public Terms terms() {
        return terms;
    }

    private static Map<String, Integer> decidedStarts(Scenario scenario, Terms terms) {
        Map<String, Integer> starts = new TreeMap<>();
        for (Step step : scenario.planning().steps()) {
            step.decidedBucket().ifPresent(bucket -> starts.put(step.name(), bucket));
        }
        terms.fixed().starts().forEach(start -> starts.put(start.step(), start.bucket()));
        return starts;
    }

    private static List<Opened> openings(Scenario scenario, Terms terms) {
        List<Opened> all = new ArrayList<>(terms.fixed().openings());
        for (Opening opening : scenario.planning().openings()) {
            boolean anew = all.stream().anyMatch(other -> isOf(opening, other));
            if (opening.decidedBucket().isPresent() && !anew) {
                all.add(new Opened(
                        opening.market(),
                        opening.products(),
                        opening.decidedBucket().getAsInt(),
                        opening.unitsPerWeekMax()));
            }
        }
        return new Decisions(List.of(), all).openings();
    }

    private static boolean isOf(Opening opening, Opened opened) {
        return opening.market().equals(opened.market()) && opening.products().equals(opened.products());
    }

    /** What one opening costs once. */
    long openingCostMinor(Opened opening) {
        return scenario.planning()
                .findOpening(opening.market(), opening.products())
                .map(Opening::costMinor)
                .orElse(0L);
    }

    /** All that is decided already. */
    Decisions fixed() {
        return new Decisions(
                decided.entrySet().stream()
                        .map(entry -> new Start(entry.getKey(), entry.getValue()))
                        .toList(),
                opened);
    }

    Step step(String name) {
        return scenario.planning()
                .findStep(name)
                .orElseThrow(() -> new IllegalArgumentException("found step " + name
                        + ", expected one of the scenario's steps: "
                        + scenario.planning().steps().stream()
                                .map(Step::name)
                                .sorted()
                                .toList()));
    }

    /** By how much money of a bucket counts less than of bucket 0. */
    double discount(int bucket) {
        double yearly = 1 + scenario.planning().discountPercentPerYear() / 100;
        return Math.pow(yearly, -bucket / WEEKS_PER_YEAR);
    }

    private static final double WEEKS_PER_YEAR = 365.25 / 7;
}
