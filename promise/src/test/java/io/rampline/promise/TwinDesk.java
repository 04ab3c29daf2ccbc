package io.rampline.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.factory.BuildPlan;
import io.rampline.factory.BuildPlan.Buildable;
import io.rampline.factory.BuildPlan.NotOffered;
import io.rampline.factory.Configuration;
import io.rampline.promise.PlainTwin.Slot;
import io.rampline.promise.PlainTwin.TwinOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Carries a command out on the twin and holds the engine's answer against what comes out. */
final class TwinDesk {
    private final PlainTwin twin;
    private long nowMicros;
    private final Map<String, Long> holds = new TreeMap<>();
    private final Map<String, Long> delivered = new TreeMap<>();
    private final Set<String> cancelled = new TreeSet<>();

    TwinDesk(PlainTwin twin) {
        this.twin = twin;
        this.nowMicros = TimeOfBook.startOfDayMicros(twin.network.scenario().asOf());
    }

    void check(Command command, Answer answer) {
        switch (command) {
            case Command.Quote quote -> quote(quote, answer);
            case Command.Hold hold -> hold(hold, answer);
            case Command.Book book -> book(book.order(), answer);
            case Command.TakeOver takeOver -> takeOver(takeOver, answer);
            case Command.Deliver deliver -> deliver(deliver, answer);
            case Command.Cancel cancel -> cancel(cancel.orderId(), answer);
            case Command.Change change -> change(change, answer);
            case Command.PullForward pull -> pull(pull.orderId(), answer);
            case Command.SetCapacity set -> {
                if (refused(duplicates(set.levels()), answer)) {
                    return;
                }
                int moved = twin.setCapacity(set.levels());
                Answer.CapacitySet said = (Answer.CapacitySet) answer;
                assertThat(said.moved()).isEqualTo(moved);
                assertThat(said.open()).isEqualTo(twin.shortages());
            }
            case Command.AdoptPlan plan -> adopt(plan, answer);
            case Command.Advance advance -> advance(advance.nowMicros(), answer);
            case Command.Repromise repromise -> {
                PlainTwin copy = twin.copy();
                List<String> exceptions = copy.repromise(repromise);
                Difference difference = ((Answer.Repromised) answer).difference();
                assertThat(difference.exceptions()).isEqualTo(exceptions);
                int earlier = 0;
                int later = 0;
                for (int i = 0; i < twin.orders.size(); i++) {
                    TwinOrder before = twin.orders.get(i);
                    int gain = twin.horizonIfNone(before.build) - twin.horizonIfNone(copy.orders.get(i).build);
                    earlier += !before.closed && gain > 0 ? 1 : 0;
                    later += !before.closed && gain < 0 ? 1 : 0;
                }
                assertThat(difference.earlier()).isEqualTo(earlier);
                assertThat(difference.later()).isEqualTo(later);
                assertThat(difference.moves()).hasSize(earlier + later);
                if (!repromise.dryRun()) {
                    twin.repromise(repromise);
                }
            }
        }
    }

    private void adopt(Command.AdoptPlan plan, Answer answer) {
        Optional<Refusal> refusal = duplicates(plan.levels())
                .or(() -> !plan.mayDelay() && twin.delays(plan.levels())
                        ? Optional.of(Refusal.PLAN_DELAYS)
                        : Optional.empty());
        if (refused(refusal, answer)) {
            return;
        }
        List<TwinOrder> before = twin.copy().orders;
        twin.adopt(plan.levels());
        int earlier = 0;
        int later = 0;
        for (int i = 0; i < before.size(); i++) {
            int gain = twin.horizonIfNone(before.get(i).build) - twin.horizonIfNone(twin.orders.get(i).build);
            earlier += !before.get(i).closed && gain > 0 ? 1 : 0;
            later += !before.get(i).closed && gain < 0 ? 1 : 0;
        }
        Answer.PlanAdopted said = (Answer.PlanAdopted) answer;
        assertThat(said.earlier()).isEqualTo(earlier);
        assertThat(said.later()).isEqualTo(later);
        assertThat(said.open()).isEqualTo(twin.shortages());
    }

    private static Optional<Refusal> duplicates(List<Level> levels) {
        long cells = levels.stream()
                .map(level -> level.resource() + " " + level.bucket())
                .distinct()
                .count();
        return cells < levels.size() ? Optional.of(Refusal.MALFORMED) : Optional.empty();
    }

    private void quote(Command.Quote quote, Answer answer) {
        if (refused(offered(quote.configuration()), answer)) {
            return;
        }
        int from = twin.from(quote.configuration(), quote.earliestBucket());
        Optional<Slot> slot = twin.earliest(quote.configuration(), from);
        assertThat(bucket(((Answer.Quoted) answer).promise()))
                .isEqualTo(slot.map(Slot::bucket).orElse(PlainTwin.BEYOND));
    }

    private void hold(Command.Hold hold, Answer answer) {
        long longest = nowMicros + 24L * 3_600_000_000L;
        boolean malformed = hold.expiresAtMicros() <= nowMicros || hold.expiresAtMicros() > longest;
        Optional<Refusal> refusal = malformed ? Optional.of(Refusal.MALFORMED) : refusal(hold.order());
        if (refusal.isEmpty()
                && twin.find(hold.order().id()).filter(TwinDesk::inBook).isPresent()) {
            refusal = Optional.of(Refusal.DUPLICATE_ID);
        }
        int from = twin.from(hold.order().configuration(), hold.order().earliestBucket());
        if (refusal.isEmpty()
                && twin.earliest(hold.order().configuration(), from).isEmpty()) {
            refusal = Optional.of(Refusal.NOTHING_TO_HOLD);
        }
        if (refused(refusal, answer)) {
            return;
        }
        TwinOrder mine = add(hold.order());
        mine.held = true;
        holds.put(mine.order.id(), hold.expiresAtMicros());
        assertThat(((Answer.Held) answer).promise().buildBucket()).isEqualTo(mine.build);
    }

    private void book(Order order, Answer answer) {
        if (refused(refusal(order), answer)) {
            return;
        }
        Optional<TwinOrder> known = twin.find(order.id()).filter(TwinDesk::inBook);
        TwinOrder mine = known.isPresent() ? known.get() : add(order);
        mine.held = false;
        holds.remove(order.id());
        assertThat(bucket(((Answer.Booked) answer).promise())).isEqualTo(mine.build);
    }

    private void takeOver(Command.TakeOver takeOver, Answer answer) {
        Order order = takeOver.order();
        if (refused(refusal(order), answer)) {
            return;
        }
        Optional<TwinOrder> known = twin.find(order.id()).filter(TwinDesk::inBook);
        TwinOrder mine = known.isPresent() ? known.get() : new TwinOrder(order);
        if (known.isEmpty()) {
            twin.orders.removeIf(o -> o.order.id().equals(order.id()));
            mine.firstDelivery = takeOver.promisedBucket();
            twin.orders.add(mine);
            twin.putAtFirstPromise(mine);
            if (mine.build < 0) {
                twin.date(mine, 0);
            }
        }
        assertThat(bucket(((Answer.Booked) answer).promise())).isEqualTo(mine.build);
    }

    private void deliver(Command.Deliver deliver, Answer answer) {
        Optional<TwinOrder> mine = twin.find(deliver.orderId());
        boolean repeated = mine.filter(o -> o.delivered).isPresent()
                && delivered.getOrDefault(deliver.orderId(), -1L) == deliver.deliveredAtMicros();
        Optional<Refusal> refusal = repeated ? Optional.empty() : notOpen(mine);
        if (refusal.isEmpty() && mine.orElseThrow().held) {
            refusal = Optional.of(Refusal.UNKNOWN_ORDER);
        }
        if (refused(refusal, answer)) {
            return;
        }
        mine.orElseThrow().closed = true;
        mine.orElseThrow().delivered = true;
        delivered.put(deliver.orderId(), deliver.deliveredAtMicros());
        assertThat(answer).isInstanceOf(Answer.Delivered.class);
    }

    private static boolean inBook(TwinOrder o) {
        return !o.closed || o.delivered;
    }

    private TwinOrder add(Order order) {
        twin.orders.removeIf(o -> o.order.id().equals(order.id()));
        TwinOrder mine = new TwinOrder(order);
        twin.orders.add(mine);
        twin.date(mine, 0);
        return mine;
    }

    private void cancel(String id, Answer answer) {
        Optional<TwinOrder> mine = twin.find(id);
        Optional<Refusal> refusal = notOpen(mine);
        if (refusal.isEmpty() && mine.orElseThrow().build >= 0 && mine.orElseThrow().build < twin.firstBucket()) {
            refusal = Optional.of(Refusal.ALREADY_BUILT);
        }
        if (refused(refusal, answer)) {
            return;
        }
        mine.orElseThrow().closed = true;
        mine.orElseThrow().build = PlainTwin.BEYOND;
        mine.orElseThrow().held = false;
        holds.remove(id);
        cancelled.add(id);
        assertThat(answer).isInstanceOf(Answer.Cancelled.class);
    }

    private void change(Command.Change change, Answer answer) {
        Optional<TwinOrder> found = twin.find(change.orderId());
        Optional<Refusal> refusal = notMovable(found).or(() -> offered(change.configuration()));
        if (refused(refusal, answer)) {
            return;
        }
        TwinOrder mine = found.orElseThrow();
        boolean keepsRank = twin.harmless(mine, change.configuration(), change.earliestBucket());
        Order old = mine.order;
        long lockedAt = keepsRank ? old.lockedAtMicros() : Math.max(old.lockedAtMicros(), change.atMicros());
        mine.order = new Order(
                old.id(),
                lockedAt,
                old.priorityClass(),
                change.configuration(),
                change.earliestBucket(),
                old.depositMinor());
        twin.date(mine, twin.firstMovable());
        Answer.Changed said = (Answer.Changed) answer;
        assertThat(said.keptRank()).isEqualTo(keepsRank);
        assertThat(bucket(said.promise())).isEqualTo(mine.build);
    }

    private void pull(String id, Answer answer) {
        Optional<TwinOrder> mine = twin.find(id);
        Optional<Refusal> refusal = notMovable(mine);
        if (refusal.isEmpty() && !twin.pull(mine.orElseThrow(), 1)) {
            refusal = Optional.of(Refusal.NOTHING_TO_GAIN);
        }
        if (!refused(refusal, answer)) {
            assertThat(((Answer.PulledForward) answer).promise().buildBucket()).isEqualTo(mine.orElseThrow().build);
        }
    }

    private void advance(long now, Answer answer) {
        if (refused(now < nowMicros ? Optional.of(Refusal.TIME_RUNS_FORWARD) : Optional.empty(), answer)) {
            return;
        }
        nowMicros = now;
        int before = holds.size();
        for (TwinOrder o : twin.orders) {
            if (o.held && holds.getOrDefault(o.order.id(), Long.MAX_VALUE) <= now) {
                o.closed = true;
                o.held = false;
                o.build = PlainTwin.BEYOND;
                holds.remove(o.order.id());
            }
        }
        twin.advance(now);
        assertThat(((Answer.Advanced) answer).expiredHolds()).isEqualTo(before - holds.size());
    }

    private Optional<Refusal> refusal(Order order) {
        if (order.priorityClass() < 0 || order.priorityClass() > 1) {
            return Optional.of(Refusal.MALFORMED);
        }
        Optional<TwinOrder> known = twin.find(order.id());
        if (known.filter(TwinDesk::inBook).isPresent() && !known.get().order.equals(order)) {
            return Optional.of(Refusal.DUPLICATE_ID);
        }
        if (cancelled.contains(order.id())) {
            return Optional.of(Refusal.NO_LONGER_OPEN);
        }
        return offered(order.configuration());
    }

    private Optional<Refusal> offered(Configuration configuration) {
        BuildPlan plan = twin.network.plan(configuration);
        return switch (plan) {
            case Buildable _ -> Optional.empty();
            case NotOffered reason -> Optional.of(Refusal.valueOf(reason.name()));
        };
    }

    private Optional<Refusal> notOpen(Optional<TwinOrder> mine) {
        if (mine.isEmpty()) {
            return Optional.of(Refusal.UNKNOWN_ORDER);
        }
        if (mine.get().delivered) {
            return Optional.of(Refusal.ALREADY_BUILT);
        }
        return mine.get().closed ? Optional.of(Refusal.NO_LONGER_OPEN) : Optional.empty();
    }

    private Optional<Refusal> notMovable(Optional<TwinOrder> mine) {
        Optional<Refusal> refusal = notOpen(mine);
        if (refusal.isPresent() || mine.orElseThrow().build < 0) {
            return refusal;
        }
        if (mine.orElseThrow().build < twin.firstBucket()) {
            return Optional.of(Refusal.ALREADY_BUILT);
        }
        return twin.frozen(mine.orElseThrow()) ? Optional.of(Refusal.FROZEN) : Optional.empty();
    }

    private static boolean refused(Optional<Refusal> expected, Answer answer) {
        if (answer instanceof Answer.Refused said) {
            assertThat(expected).contains(said.refusal());
            return true;
        }
        assertThat(expected).as("the engine did not refuse: %s", answer).isEmpty();
        return false;
    }

    private static int bucket(Promise promise) {
        return switch (promise) {
            case Promise.Dated dated -> dated.buildBucket();
            case Promise.BeyondHorizon _ -> PlainTwin.BEYOND;
        };
    }
}
