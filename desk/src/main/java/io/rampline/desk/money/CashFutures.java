package io.rampline.desk.money;

import io.rampline.factory.Cancellations;
import io.rampline.factory.Cash;
import io.rampline.factory.Configuration;
import io.rampline.factory.Decisions;
import io.rampline.factory.Network;
import io.rampline.factory.Product;
import io.rampline.factory.Scenario;
import io.rampline.factory.Uncertainty;
import io.rampline.promise.OrderTable;
import io.rampline.simulation.futures.Course;
import io.rampline.simulation.futures.Futures;
import io.rampline.simulation.loading.Kind;
import io.rampline.simulation.loading.Loading;
import io.rampline.simulation.loading.WaitingLine;
import io.rampline.treasury.cash.CashPath;
import io.rampline.treasury.cash.CashPlan;
import io.rampline.treasury.cash.Flow;
import io.rampline.treasury.cash.Spread;
import io.rampline.treasury.cash.StepCosts;
import io.rampline.treasury.ledger.Contract;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Cash in the plan and in many futures: the same weeks of build that promises and windows come from, with the money of
 * the terms. A group is paid for as its middle customer is. Surcharges for options, and deposits that differ from the
 * terms, are left out here.
 */
public final class CashFutures {
    /** Cash that nobody limits; far from where sums overflow. */
    private static final Cash NO_LIMIT = new Cash(0, Long.MIN_VALUE / 4);

    /** No week within the horizon. */
    public static final int NO_WEEK = -1;

    private final Scenario undecided;
    private final Decisions decisions;
    private final Network network;
    private final List<Built> built;
    private final Granted granted;
    private final WaitingLine line;
    private final Futures futures;
    private final Course course;
    private final Loading loading;
    private final int[] due;
    private final Uncertainty.Leaving leaving;

    /**
     * Who pays.
     *
     * @param network what is built with
     * @param waiting those whose cars are to be built
     * @param due delivery bucket promised to a row of them, or {@link #NO_WEEK}
     * @param built cars on their way
     * @param granted refunds to those who have left, still to be paid
     */
    public record Customers(
            Network network, OrderTable waiting, IntUnaryOperator due, List<Built> built, Granted granted) {
        public Customers {
            built = List.copyOf(built);
        }
    }

    /** Refunds granted, minor units by week of the horizon. */
    @FunctionalInterface
    public interface Granted {
        long minor(int bucket);
    }

    /**
     * Cars that are built, or being built, and will be handed over in a bucket.
     *
     * @param lockedBucket in which they were ordered; negative before the horizon
     */
    public record Built(Configuration configuration, int lockedBucket, int deliveryBucket, int cars) {}

    /** @param undecided the scenario before the decisions were carried out */
    public CashFutures(
            Customers customers, Uncertainty uncertainty, Scenario undecided, Decisions decisions, long seed) {
        this.undecided = undecided;
        this.decisions = decisions;
        this.network = customers.network();
        this.built = customers.built();
        this.granted = customers.granted();
        this.leaving = uncertainty.leaving();
        this.futures = new Futures(network, uncertainty, seed);
        this.line = WaitingLine.of(
                network, customers.waiting(), futures.models(), leaving, io.rampline.simulation.Simulation.GROUPS);
        this.course = futures.course();
        this.loading = new Loading(line);
        this.due = new int[line.groups()];
        promise(customers);
    }

    /** The terms of a scenario as they are. */
    public Terms terms(Scenario scenario) {
        return new Terms(scenario, _ -> 1);
    }

    /** One set of terms, with what each kind of order comes to under it. */
    public final class Terms {
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
            built.forEach(this::handOver);
            for (int bucket = 0; bucket < path.weeks(); bucket++) {
                path.put(Flow.REFUNDS, Math.max(path.firstBucket(), bucket), (double) -granted.minor(bucket));
            }
            StepCosts.put(undecided, decisions, path);
            return CashPlan.of(
                    path,
                    scenario.planning().cash().orElse(NO_LIMIT),
                    scenario.deposits().money().treasury());
        }

        /** What is built is handed over, whatever comes; what is late is expected any day. */
        private void handOver(Built cars) {
            Contract contract = Contract.of(scenario, cars.configuration());
            int delivery = Math.max(path.firstBucket(), cars.deliveryBucket());
            path.add(new CashPath.Group(
                    contract, 0, cars.cars(), cars.lockedBucket(), cars.deliveryBucket(), delivery, 0, 0, 1));
        }
    }

    /** Somebody who looks on. */
    @FunctionalInterface
    public interface Watcher {
        /** False to end. */
        boolean goOn(long done, long most);
    }

    /** Whether every product has a cost; those without one build for nothing. */
    public static boolean isProductionKnown(Scenario scenario) {
        return scenario.deposits().money().treasury().unitCostBasisPoints() > 0
                || scenario.products().stream()
                        .allMatch(product -> product.unitCostMinor().isPresent());
    }

    /** Cash as planned. */
    public CashPlan plan(Terms terms) {
        futures.writePlan(course);
        loading.load(course);
        return terms.cash();
    }

    /**
     * Cash in futures 0 to {@code count - 1}, under several terms at once.
     *
     * @param watcher is told how many are done, and of how many; it may end the count
     * @return of fewer futures when it was ended
     */
    public List<Spread> spread(List<Terms> terms, int count, Watcher watcher) {
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
            if (!watcher.goOn(future + 1L, count)) {
                break;
            }
        }
        return spreads;
    }

    /** Weeks promised: to those of the book what they were told, to those who come what the plan would tell them. */
    private void promise(Customers customers) {
        futures.writePlan(course);
        loading.load(course);
        Arrays.fill(due, network.horizon().weeks());
        for (int group = 0; group < line.groups(); group++) {
            int middle = loading.middleBucket(group);
            if (middle >= 0) {
                due[group] = middle + line.transitWeeks(group);
            }
        }
        for (int row = 0; row < customers.waiting().size(); row++) {
            int promised = customers.due().applyAsInt(row);
            if (promised != NO_WEEK) {
                due[line.groupOfRow(row)] = promised;
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
