package io.rampline.desk.briefing;

import io.rampline.factory.Configuration;
import io.rampline.factory.Horizon;
import io.rampline.factory.Network;
import io.rampline.factory.Scenario;
import io.rampline.factory.Week;
import io.rampline.intake.ScenarioContents;
import io.rampline.promise.Binding;
import io.rampline.promise.OrderTable;
import io.rampline.promise.PromiseEngine;
import io.rampline.promise.TimeOfBook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The open orders with the weeks they were promised. Rows are those of {@link ScenarioContents#openOrders()}, in rank
 * order.
 */
public final class PromisedBook {
    /** In place of a week number: no week within the horizon. */
    public static final int BEYOND_HORIZON = Integer.MIN_VALUE;

    private final ScenarioContents contents;
    private final PromiseEngine engine;
    private final Week asOfWeek;
    private final int[] deliveryWeeks;
    private final int[] causeNumbers;
    private final List<Cause> causes;
    private final Optional<CountedWindows> counted;

    private PromisedBook(ScenarioContents contents, PromiseEngine engine) {
        this.counted = Optional.empty();
        this.contents = contents;
        this.engine = engine;
        this.asOfWeek = Week.of(contents.scenario().asOf());
        int size = contents.openOrders().size();
        this.deliveryWeeks = new int[size];
        this.causeNumbers = new int[size];
        Map<Cause, Integer> numbers = new LinkedHashMap<>();
        int start = contents.scenario().horizon().start().number();
        for (int row = 0; row < size; row++) {
            int bucket = engine.deliveryBucket(row);
            deliveryWeeks[row] = bucket < 0 ? BEYOND_HORIZON : start + bucket;
            Cause cause = cause(engine.binding(row), contents.openOrders().configuration(row));
            causeNumbers[row] = numbers.computeIfAbsent(cause, _ -> numbers.size());
        }
        this.causes = List.copyOf(numbers.keySet());
    }

    /** Promises every open order in rank order on the scenario's capacity. */
    public static PromisedBook promise(ScenarioContents contents) {
        PromiseEngine engine = new PromiseEngine(Network.of(contents.scenario()));
        engine.load(contents.openOrders());
        engine.promiseAll();
        return new PromisedBook(contents, engine);
    }

    private PromisedBook(PromisedBook from, CountedWindows windows) {
        this.contents = from.contents;
        this.engine = from.engine;
        this.asOfWeek = from.asOfWeek;
        this.deliveryWeeks = from.deliveryWeeks;
        this.causeNumbers = from.causeNumbers;
        this.causes = from.causes;
        this.counted = Optional.of(windows);
    }

    /** The same promises with windows from futures. */
    public PromisedBook with(CountedWindows windows) {
        return new PromisedBook(this, windows);
    }

    /** Windows from futures; empty where windows follow the scenario's rule. */
    public Optional<CountedWindows> counted() {
        return counted;
    }

    public ScenarioContents contents() {
        return contents;
    }

    public Scenario scenario() {
        return contents.scenario();
    }

    public Horizon horizon() {
        return contents.scenario().horizon();
    }

    public OrderTable orders() {
        return contents.openOrders();
    }

    /** The engine that holds the promises; its rows are the rows here. */
    public PromiseEngine engine() {
        return engine;
    }

    /** The week that holds the day of the briefing: waits are counted from it. */
    public Week asOfWeek() {
        return asOfWeek;
    }

    public int size() {
        return deliveryWeeks.length;
    }

    public boolean isPromised(int row) {
        return deliveryWeeks[row] != BEYOND_HORIZON;
    }

    /** {@link Week#number()} of the delivery, or {@link #BEYOND_HORIZON}. */
    public int deliveryWeek(int row) {
        return deliveryWeeks[row];
    }

    /** {@link Week#number()} of the build, or {@link #BEYOND_HORIZON}. */
    public int buildWeek(int row) {
        int bucket = engine.buildBucket(row);
        return bucket < 0 ? BEYOND_HORIZON : horizon().start().number() + bucket;
    }

    /** {@link Week#number()} of the week in which the order was locked. */
    public int lockWeek(int row) {
        return TimeOfBook.week(orders().lockedAtMicros(row)).number();
    }

    public Cause cause(int row) {
        return causes.get(causeNumbers[row]);
    }

    /** Number of {@link #cause(int)} among {@link #causes()}. */
    public int causeNumber(int row) {
        return causeNumbers[row];
    }

    /** Every cause there is, in order of first appearance. */
    public List<Cause> causes() {
        return causes;
    }

    /** What a binding means for an order of this configuration. */
    Cause cause(Binding binding, Configuration configuration) {
        return switch (binding.cause()) {
            case NOTHING -> new Cause.Nothing();
            case MARKET_OPENS -> new Cause.MarketOpens(configuration.market());
            case CUSTOMER -> new Cause.Customer();
            case NOT_OFFERED -> new Cause.NotOffered();
            case RESOURCE ->
                new Cause.Full(new ArrayList<>(binding.resources())
                        .stream()
                                .map(number -> engine.network().resources().get(number))
                                .toList());
        };
    }
}
