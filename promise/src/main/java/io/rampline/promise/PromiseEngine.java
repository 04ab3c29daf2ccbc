package io.rampline.promise;

import io.rampline.factory.Network;
import io.rampline.factory.Week;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The answer to "when?": keeps the book of orders against finite capacity and gives every order the earliest week in
 * which everything it needs is there.
 *
 * <p><b>Rule.</b> An order's date is the first bucket, not before its market opens and its customer wants it, in which
 * one of its routes has room for every need; of several routes the one with the earliest bucket, on a tie the preferred
 * one. A whole book is promised in rank order: priority class, lock time, id. Orders with equal needs therefore keep
 * their place in line.
 *
 * <p><b>Never oversold.</b> A slot is taken only when there is room ({@link Buckets}); cancelling and more capacity
 * only add room. Only a cut can leave more promised than there is, and then the shortage is recorded, orders of lowest
 * rank are moved until it is closed, and what cannot be closed stays on record. This holds because one thread writes:
 * the engine is not safe for use by several.
 *
 * <p><b>Cost.</b> A promise does not depend on how many orders are booked: O(needs) when the configuration's last
 * answer still stands, otherwise O(needs x weeks / 64). No object is made for an order in {@link #promiseAll}.
 *
 * <p>It has no clock: time comes in by {@link Command.Advance}. Same commands, same book, to the bit.
 *
 * <p>Sources: order promising on finite capacity in build-to-order car making, Volling and Spengler 2011, Meyr 2004;
 * capable-to-promise as in {@link Buckets}. Not here: several plants' engines sharing a part (one of them owns it),
 * confidence (see the scenario's window rule).
 */
public final class PromiseEngine {
    final Network network;
    final OrderColumns orders;
    final Buckets buckets;
    private final Configurations configurations;
    private final @Nullable Consumer<Entry> book;
    private final SlotSearch search;
    final Slots slots;
    final CapacityDesk capacityDesk;
    final CommandDesk desk;
    private final RankOrder ranks;
    private long position;
    private long nowMicros;
    private int asOfBucket;
    private @Nullable AdoptedPlan planInForce;

    /** An engine whose entries nobody keeps; re-promising does not make them. */
    public PromiseEngine(Network network) {
        this(null, network);
    }

    /**
     * An engine over an empty book.
     *
     * @param book is given every entry, in order, before the command that caused it is answered
     */
    public PromiseEngine(Network network, Consumer<Entry> book) {
        this(book, network);
    }

    private PromiseEngine(@Nullable Consumer<Entry> book, Network network) {
        if (network.resources().size() > Binding.RESOURCE_NUMBER_MAX) {
            throw new IllegalArgumentException("found " + network.resources().size() + " resources, expected at most "
                    + Binding.RESOURCE_NUMBER_MAX + "; maybe split the scenario by plant");
        }
        this.network = network;
        this.book = book;
        this.orders = new OrderColumns();
        this.ranks = new RankOrder(orders);
        this.buckets = new Buckets(network.resources(), network.horizon().weeks());
        this.configurations = new Configurations(network, buckets);
        this.search = new SlotSearch(buckets);
        this.asOfBucket = network.horizon().bucket(Week.of(network.scenario().asOf()));
        this.nowMicros = TimeOfBook.startOfDayMicros(network.scenario().asOf());
        this.slots = new Slots(this);
        this.capacityDesk = new CapacityDesk(this);
        this.desk = new CommandDesk(this);
    }

    /**
     * An engine in the same state whose entries nobody keeps, to try things on. O(orders), a few milliseconds a
     * million.
     *
     * @param withSlots false when a re-promising that keeps no slot follows: until then its buckets are empty
     */
    public PromiseEngine trial(boolean withSlots) {
        return new PromiseEngine(this, withSlots);
    }

    private PromiseEngine(PromiseEngine from, boolean withSlots) {
        network = from.network;
        book = null;
        orders = from.orders.copy();
        buckets = withSlots ? from.buckets.copy() : from.buckets.emptyCopy();
        configurations = from.configurations.copy(buckets);
        search = new SlotSearch(buckets);
        ranks = from.ranks.copy(orders);
        position = from.position;
        nowMicros = from.nowMicros;
        asOfBucket = from.asOfBucket;
        planInForce = from.planInForce;
        slots = new Slots(this);
        capacityDesk = new CapacityDesk(this);
        desk = new CommandDesk(this);
        capacityDesk.remember(from.capacityDesk.recorded());
        from.desk.holds().forEach(hold -> desk.rememberHold(hold.row(), hold.expiresAtMicros()));
    }

    /** Adds orders without promising them. Their ids must be new. */
    public void load(OrderTable table) {
        orders.load(
                table,
                table.configurations().stream().mapToInt(configurations::number).toArray());
        rankChanged();
    }

    /**
     * Promises every open order from scratch, in rank order. Orders that were promised a delivery before the run keep
     * it where there is room in rank order; all others follow with their earliest date.
     */
    public void promiseAll() {
        forgetDates();
        new WholeBook(this).promise();
    }

    /** Forgets the date of every order that is not delivered; capacity and orders stay. */
    public void forgetDates() {
        buckets.clear();
        slots.takeDelivered(buckets);
        for (int row = 0; row < orders.size; row++) {
            if (orders.open(row)) {
                orders.build[row] = CompiledConfiguration.BEYOND_HORIZON;
            }
        }
    }

    /**
     * Dates one order that has no date, from what is free now.
     *
     * @param row of an open order without a date
     * @return its build bucket, -1 beyond the horizon
     */
    public int promise(int row) {
        slots.date(row, 0);
        return orders.build[row];
    }

    /** Does what is asked, or says why not. */
    public Answer apply(Command command) {
        return desk.apply(command);
    }

    /** Writes every order into the book as taken over: the start of a book that was loaded and promised at once. */
    public void writeLoaded() {
        for (int row = 0; row < orders.size; row++) {
            int before = orders.promisedBefore[row] != 0 ? orders.firstDelivery[row] : OrderTable.NEVER_PROMISED;
            write(new Entry.TakenOver(nextPosition(), order(row), promiseOf(row), before));
            orders.position[row] = position;
        }
    }

    /**
     * Repeats what an entry says, without deciding anything and without writing it again.
     *
     * @throws IllegalArgumentException when it is not the next one, or not an entry of this network's book
     */
    public void replay(Entry entry) {
        Replay.of(this, entry);
    }

    /** The whole state as a value; the same entries give the same image. */
    public BookImage image() {
        return BookImage.of(this);
    }

    /** Number of orders ever loaded or booked; rows are 0 to this less 1. */
    public int size() {
        return orders.size;
    }

    /** The row of an order, -1 when the id is unknown. */
    public int find(String orderId) {
        return orders.find(orderId);
    }

    public Order order(int row) {
        return orders.order(row, configuration(row).configuration);
    }

    /** Whether the order is open or held. */
    public boolean isOpen(int row) {
        return orders.open(row);
    }

    /** Build bucket now promised, -1 beyond the horizon. */
    public int buildBucket(int row) {
        return orders.build[row];
    }

    /** Delivery bucket now promised, -1 beyond the horizon. */
    public int deliveryBucket(int row) {
        return orders.build[row] < 0 ? -1 : orders.build[row] + configuration(row).transitWeeks;
    }

    /** Line it is built on; empty text beyond the horizon. */
    public String line(int row) {
        return orders.build[row] < 0 ? "" : configuration(row).routes[orders.route[row]].line;
    }

    /** What kept the date from being earlier when it was given. */
    public Binding binding(int row) {
        return Binding.unpack(orders.binding[row]);
    }

    public Promise promiseOf(int row) {
        return orders.build[row] < 0
                ? new Promise.BeyondHorizon(binding(row))
                : new Promise.Dated(line(row), buildBucket(row), deliveryBucket(row), binding(row));
    }

    /** Units of a bucket: capacity, for a part its arrivals. */
    public int capacity(int resource, int bucket) {
        return buckets.capacity(resource, bucket);
    }

    /** Units promised in a bucket; for a part counted in the week of need. */
    public int promised(int resource, int bucket) {
        return buckets.used(resource, bucket);
    }

    /** What may still be promised in a bucket: see {@link Balances#at}. */
    public long balance(int resource, int bucket) {
        return buckets.balances().at(resource, Buckets.LEAD + bucket);
    }

    public Network network() {
        return network;
    }

    /** Number of the last entry written; 0 for none. */
    public long position() {
        return position;
    }

    /** The plan adopted last; empty when there has been none. */
    public Optional<AdoptedPlan> planInForce() {
        return Optional.ofNullable(planInForce);
    }

    void adopted(AdoptedPlan plan) {
        planInForce = plan;
    }

    /** Every other configuration that could be built earlier, nobody else later: see {@link SwapMenu}. */
    public List<SwapMenu.Offer> alternatives(int row) {
        return new SwapMenu(this).offers(row);
    }

    /** What made the order late, week by week: see {@link WhySoLate}. */
    public WhySoLate whySoLate(int row) {
        return WhySoLate.of(this, row);
    }

    /** More promised than there is, by resource and bucket; empty unless a cut could not be made good. */
    public List<Shortage> openShortages() {
        List<Shortage> open = new ArrayList<>();
        for (int r = 0; r < network.resources().size(); r++) {
            buckets.balances().addShortages(r, open);
        }
        return open;
    }

    /**
     * Orders that could be delivered earlier by at least the scenario's hysteresis out of what is free now, in rank
     * order. Each is asked as if it alone took its offer.
     *
     * @param most how many to name at the most
     */
    public List<String> earlierDateOffers(int most) {
        return new EarlierDates(this).offers(most);
    }

    /** See {@link EngineCheck}. */
    public List<String> verify() {
        return EngineCheck.flaws(this);
    }

    SlotSearch search() {
        return search;
    }

    Configurations configurations() {
        return configurations;
    }

    CompiledConfiguration configuration(int row) {
        return configurations.get(orders.configuration[row]);
    }

    /** The route of an order that has a slot. */
    CompiledRoute routeOf(int row) {
        return configuration(row).routes[orders.route[row]];
    }

    /** First bucket an order may be built in, its market's opening aside. */
    int from(int row, CompiledConfiguration configuration) {
        return fromFor(orders.earliestBucket[row], configuration);
    }

    int fromFor(int earliestBucket, CompiledConfiguration configuration) {
        return earliestBucket == Order.AS_SOON_AS_POSSIBLE
                ? firstBucket()
                : Math.max(firstBucket(), earliestBucket - configuration.transitWeeks);
    }

    /** First bucket that is not being built already. */
    int firstBucket() {
        return Math.max(0, asOfBucket + 1);
    }

    /** First bucket in which promises may move. */
    int firstMovableBucket() {
        return firstBucket() + network.scenario().rules().frozenWeeks();
    }

    boolean frozen(int row) {
        return orders.build[row] >= 0 && orders.build[row] < firstMovableBucket();
    }

    int asOfBucket() {
        return asOfBucket;
    }

    /** The engine's clock, as {@link Order#lockedAtMicros()}. */
    public long nowMicros() {
        return nowMicros;
    }

    /** When the next hold expires; {@link Long#MAX_VALUE} when nothing is held. */
    public long nextHoldExpiryMicros() {
        return desk.nextHoldExpiryMicros();
    }

    void setNow(long micros) {
        nowMicros = micros;
        asOfBucket = network.horizon().bucket(TimeOfBook.week(micros));
    }

    void setPosition(long last) {
        position = last;
    }

    long nextPosition() {
        return ++position;
    }

    /** Whether anybody reads entries. */
    boolean keepsBook() {
        return book != null;
    }

    void write(Entry entry) {
        if (book != null) {
            book.accept(entry);
        }
    }

    /** Orders came, or one changed its rank. */
    void rankChanged() {
        ranks.forget();
    }

    /** Rows in rank order; empty when that is the order of the rows. */
    int[] rank() {
        return ranks.rows();
    }
}
