package io.rampline.desk.futures;

import io.rampline.factory.BuildPlan;
import io.rampline.factory.BuildPlan.Buildable;
import io.rampline.factory.Guarantee;
import io.rampline.factory.Line;
import io.rampline.factory.Need;
import io.rampline.factory.Network;
import io.rampline.factory.Resource;
import io.rampline.factory.Scenario;
import io.rampline.factory.Uncertainty;
import io.rampline.factory.Week;
import io.rampline.factory.WeeklyUnits;
import io.rampline.promise.AdoptedPlan;
import io.rampline.promise.OrderTable;
import io.rampline.promise.PromiseEngine;
import io.rampline.simulation.Simulation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * A book in use as a line to live through futures: the orders that are still to be built, and the factory as the book
 * has been set. An order whose build week has come is not in line any more: it is built, or being built, and only its
 * transit is ahead. What it took of the parts is gone from the stock.
 */
public final class LiveLine {
    /** No delivery bucket. */
    static final int BEYOND_HORIZON = -1;

    private final Network network;
    private final OrderTable orders;
    private final int[] deliveryBuckets;
    private final long position;
    private final int open;
    private final String plan;

    private LiveLine(Network network, OrderTable orders, int[] deliveryBuckets, long position, int open, String plan) {
        this.network = network;
        this.orders = orders;
        this.deliveryBuckets = deliveryBuckets;
        this.position = position;
        this.open = open;
        this.plan = plan;
    }

    /**
     * As an engine has it. O(orders).
     *
     * @param day of the book
     */
    public static LiveLine of(PromiseEngine engine, LocalDate day) {
        int nowBucket = engine.network().horizon().bucket(Week.of(day));
        OrderTable.Builder orders = OrderTable.builder();
        int[] buckets = new int[engine.size()];
        int[] rows = new int[engine.size()];
        int open = 0;
        for (int row = 0; row < engine.size(); row++) {
            if (!engine.isOpen(row)) {
                continue;
            }
            open++;
            boolean isDated = engine.deliveryBucket(row) >= 0 && engine.buildBucket(row) >= 0;
            if (!isDated || engine.buildBucket(row) > nowBucket) {
                buckets[orders.size()] = isDated ? engine.deliveryBucket(row) : BEYOND_HORIZON;
                rows[orders.size()] = row;
                orders.add(engine.order(row));
            }
        }
        OrderTable line = orders.build();
        long[] partsAhead = partsAhead(engine, line, rows);
        return new LiveLine(
                network(engine, day, nowBucket, partsAhead),
                line,
                Arrays.copyOf(buckets, line.size()),
                engine.position(),
                open,
                engine.planInForce().map(AdoptedPlan::plan).orElse(""));
    }

    /** The same line where other waits are guaranteed. */
    public LiveLine guaranteeing(List<Guarantee> guarantees) {
        Network other = network.inUse(network.scenario().guaranteeing(guarantees), network.resources());
        return new LiveLine(other, orders, deliveryBuckets, position, open, plan);
    }

    /** Of the day, with the capacities of the book. */
    public Network network() {
        return network;
    }

    /** Those still to be built, in the order of the book. */
    public OrderTable orders() {
        return orders;
    }

    /** Delivery bucket that the book promises a row of {@link #orders}; empty beyond the horizon. */
    public OptionalInt promised(int row) {
        return deliveryBuckets[row] == BEYOND_HORIZON ? OptionalInt.empty() : OptionalInt.of(deliveryBuckets[row]);
    }

    /** Of the last entry that it knows. */
    public long position() {
        return position;
    }

    /** Orders that are not delivered, built ones among them. */
    public int open() {
        return open;
    }

    /** Fingerprint of the plan that was adopted last; empty when none was. */
    public String plan() {
        return plan;
    }

    /** The line in its futures. */
    public Simulation simulation(Uncertainty uncertainty, long seed) {
        return new Simulation(network, orders, uncertainty, seed, Simulation.GROUPS);
    }

    /** Pieces of each resource that those in line have been promised; counted for parts alone. */
    private static long[] partsAhead(PromiseEngine engine, OrderTable line, int[] rows) {
        Network network = engine.network();
        List<BuildPlan> plans =
                line.configurations().stream().map(network::plan).toList();
        long[] pieces = new long[network.resources().size()];
        for (int row = 0; row < line.size(); row++) {
            if (engine.buildBucket(rows[row]) >= 0
                    && plans.get(line.configurationNumber(row)) instanceof Buildable buildable) {
                for (Need need : buildable.routes().getFirst().needs()) {
                    boolean isPart =
                            network.resources().get(need.resource()).kind().storable();
                    pieces[need.resource()] += isPart ? need.quantity() : 0;
                }
            }
        }
        return pieces;
    }

    private static Network network(PromiseEngine engine, LocalDate day, int nowBucket, long[] partsAhead) {
        Network network = engine.network();
        List<Resource> set = new ArrayList<>();
        for (int number = 0; number < network.resources().size(); number++) {
            Resource resource = network.resources().get(number);
            WeeklyUnits units = units(engine, number);
            set.add(
                    resource.kind().storable()
                            ? stock(engine, number, units, nowBucket, partsAhead[number])
                            : new Resource(resource.kind(), resource.name(), 0, units));
        }
        return network.inUse(scenario(network, day, set), set);
    }

    private static WeeklyUnits units(PromiseEngine engine, int resource) {
        int[] units = new int[engine.network().horizon().weeks()];
        for (int bucket = 0; bucket < units.length; bucket++) {
            units[bucket] = engine.capacity(resource, bucket);
        }
        return WeeklyUnits.of(units);
    }

    /** What has come by now and was not taken by those who are built is in stock. */
    private static Resource stock(
            PromiseEngine engine, int number, WeeklyUnits arrivals, int nowBucket, long piecesAhead) {
        Resource part = engine.network().resources().get(number);
        int[] coming = arrivals.toArray();
        long stock = part.openingStock() + piecesAhead;
        for (int bucket = 0; bucket < coming.length; bucket++) {
            stock -= engine.promised(number, bucket);
            if (bucket <= nowBucket) {
                if (coming[bucket] == WeeklyUnits.UNLIMITED) {
                    return new Resource(part.kind(), part.name(), part.openingStock(), arrivals);
                }
                stock += coming[bucket];
                coming[bucket] = 0;
            }
        }
        int kept = (int) Math.clamp(stock, 0L, WeeklyUnits.UNLIMITED - 1L);
        return new Resource(part.kind(), part.name(), kept, WeeklyUnits.of(coming));
    }

    private static Scenario scenario(Network network, LocalDate day, List<Resource> set) {
        List<Line> lines = new ArrayList<>();
        Scenario made = network.scenario();
        for (Line line : made.lines()) {
            int number = network.findResource(Resource.Kind.LINE, line.name()).orElseThrow();
            lines.add(new Line(
                    line.plant(), line.name(), line.models(), set.get(number).units()));
        }
        return made.withLines(lines).asOf(day);
    }
}
