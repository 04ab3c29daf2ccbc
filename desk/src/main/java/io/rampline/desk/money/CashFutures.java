package io.rampline.desk.money;

import io.rampline.desk.briefing.PromisedBook;
import io.rampline.factory.Cancellations;
import io.rampline.factory.Cash;
import io.rampline.factory.Configuration;
import io.rampline.factory.Decisions;
import io.rampline.factory.Network;
import io.rampline.factory.Product;
import io.rampline.factory.Scenario;
import io.rampline.factory.Uncertainty;
import io.rampline.simulation.futures.Course;
import io.rampline.simulation.futures.Futures;
import io.rampline.simulation.loading.Kind;
import io.rampline.simulation.loading.Loading;
import io.rampline.simulation.loading.WaitingLine;
import io.rampline.treasury.cash.CashPath;
import io.rampline.treasury.cash.CashPlan;
import io.rampline.treasury.cash.Spread;
import io.rampline.treasury.cash.StepCosts;
import io.rampline.treasury.ledger.Contract;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Cash in the plan and in many futures: the same weeks of build that promises and windows come from, with the money of
 * the terms. A group is paid for as its middle customer is. Surcharges for options are left out here.
 */
final class CashFutures {
    /** Cash that nobody limits; far from where sums overflow. */
    private static final Cash NO_LIMIT = new Cash(0, Long.MIN_VALUE / 4);

    private final Scenario undecided;
    private final Decisions decisions;
    private final Network network;
    private final WaitingLine line;
    private final Futures futures;
    private final Course course;
    private final Loading loading;
    private final int[] due;
    private final Uncertainty.Leaving leaving;

    /** @param undecided the scenario before the decisions were carried out */
    CashFutures(PromisedBook book, Scenario undecided, Decisions decisions, long seed) {
        this.undecided = undecided;
        this.decisions = decisions;
        this.network = Network.of(book.scenario());
        Uncertainty uncertainty = book.contents().uncertainty();
        this.leaving = uncertainty.leaving();
        this.futures = new Futures(network, uncertainty, seed);
        this.line = WaitingLine.of(
                network, book.orders(), futures.models(), leaving, io.rampline.simulation.Simulation.GROUPS);
        this.course = futures.course();
        this.loading = new Loading(line);
        this.due = new int[line.groups()];
        promise(book);
    }

    /** One set of terms, with what each kind of order comes to under it. */
    final class Terms {
        private final Scenario scenario;
        private final List<Contract> contracts = new ArrayList<>();
        private final List<Long> unitCosts = new ArrayList<>();
        private final double[] hazards;
        private final CashPath path;

        /** @param staying factor on the share that leaves, by kind of contract */
        Terms(Scenario scenario, java.util.function.ToDoubleFunction<Contract> staying) {
            this.scenario = scenario;
            Cancellations planned = scenario.planning().cancellations();
            List<Kind> kinds = line.kinds();
            this.hazards = new double[kinds.size()];
            for (int kind = 0; kind < hazards.length; kind++) {
                Kind of = kinds.get(kind);
                Contract contract =
                        Contract.of(scenario, new Configuration(of.market(), of.model(), of.trim(), List.of()));
                contracts.add(contract);
                unitCosts.add(unitCost(scenario, contract));
                hazards[kind] = -Math.log1p(-planned.weeklyShare(of.model())) * staying.applyAsDouble(contract);
            }
            this.path = new CashPath(scenario, line.firstBucket());
        }

        private CashPlan cash() {
            path.clear();
            for (int group = 0; group < line.groups(); group++) {
                int kind = line.kindOf(group);
                path.add(new CashPath.Group(
                        contracts.get(kind),
                        unitCosts.get(kind),
                        loading.customers(group),
                        line.locked(group),
                        due[group],
                        loading.middleBucket(group),
                        line.transitWeeks(group),
                        hazards[kind] * course.leaving(),
                        leaving.afterSlipFactor()));
            }
            StepCosts.put(undecided, decisions, path);
            return CashPlan.of(
                    path,
                    scenario.planning().cash().orElse(NO_LIMIT),
                    scenario.deposits().money().treasury());
        }
    }

    /** Cash as planned. */
    CashPlan plan(Terms terms) {
        futures.writePlan(course);
        loading.load(course);
        return terms.cash();
    }

    /**
     * Cash in futures 0 to {@code count - 1}, under several terms at once.
     *
     * @param progress is told how many are done, and of how many
     */
    List<Spread> spread(List<Terms> terms, int count, BiConsumer<Long, Long> progress) {
        List<Spread> spreads = new ArrayList<>();
        int weeks = network.horizon().weeks();
        terms.forEach(each -> spreads.add(new Spread(line.firstBucket(), weeks, count)));
        for (int future = 0; future < count; future++) {
            futures.write(future, course);
            loading.load(course);
            for (int i = 0; i < terms.size(); i++) {
                CashPlan plan = terms.get(i).cash();
                spreads.get(i).count(plan, terms.get(i).path.leavers());
            }
            progress.accept(future + 1L, (long) count);
        }
        return spreads;
    }

    /** Weeks promised: to those of the book what they were told, to those who come what the plan would tell them. */
    private void promise(PromisedBook book) {
        futures.writePlan(course);
        loading.load(course);
        Arrays.fill(due, network.horizon().weeks());
        for (int group = 0; group < line.groups(); group++) {
            int middle = loading.middleBucket(group);
            if (middle >= 0) {
                due[group] = middle + line.transitWeeks(group);
            }
        }
        int start = network.horizon().start().number();
        for (int row = 0; row < book.size(); row++) {
            if (book.isPromised(row)) {
                due[line.groupOfRow(row)] = book.deliveryWeek(row) - start;
            }
        }
    }

    private static long unitCost(Scenario scenario, Contract contract) {
        long net = contract.priceMinor() - contract.vatMinor();
        return scenario.findProduct(
                        contract.configuration().model(),
                        contract.configuration().trim())
                .map(Product::unitCostMinor)
                .flatMap(
                        cost -> cost.isPresent() ? java.util.Optional.of(cost.getAsLong()) : java.util.Optional.empty())
                .orElseGet(() -> Contract.share(
                        net, scenario.deposits().money().treasury().unitCostBasisPoints()));
    }
}
