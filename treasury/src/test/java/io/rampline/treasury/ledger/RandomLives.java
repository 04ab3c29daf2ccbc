package io.rampline.treasury.ledger;

import static io.rampline.treasury.ledger.CarShop.MONDAY;

import io.rampline.promise.Entry;
import io.rampline.promise.Order;
import io.rampline.promise.Promise;
import io.rampline.promise.Reason;
import io.rampline.promise.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Lives of orders that the book allows, drawn from a seed. */
public final class RandomLives {
    /** An entry and the day on which it is recorded. */
    public record Dated(Entry entry, int day) {}

    private static final int DAYS = 700;

    private final SplittableRandom random;
    private long position;

    public RandomLives(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The lives of so many orders, each in its own order of time, mixed at random. */
    public List<Dated> mixed(int orders) {
        List<List<Dated>> lives = new ArrayList<>();
        for (int order = 0; order < orders; order++) {
            lives.add(life("o" + order));
        }
        return mixed(lives);
    }

    /** The same lives in another order of the book. */
    public List<Dated> mixed(List<List<Dated>> lives) {
        int[] next = new int[lives.size()];
        List<Integer> turns = new ArrayList<>();
        for (int order = 0; order < lives.size(); order++) {
            for (int i = 0; i < lives.get(order).size(); i++) {
                turns.add(order);
            }
        }
        for (int i = turns.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            Integer kept = turns.get(i);
            turns.set(i, turns.get(other));
            turns.set(other, kept);
        }
        return turns.stream().map(order -> lives.get(order).get(next[order]++)).toList();
    }

    public List<Dated> life(String id) {
        List<Dated> life = new ArrayList<>();
        int day = random.nextInt(DAYS / 2);
        Order order = order(id, day);
        begin(life, order, day);
        int more = random.nextInt(4);
        for (int i = 0; i < more; i++) {
            day += random.nextInt(60);
            life.add(happening(id, day));
        }
        day += random.nextInt(200);
        switch (random.nextInt(4)) {
            case 0, 1 -> life.add(new Dated(CarShop.delivered(++position, id, day), MONDAY + day));
            case 2 -> life.add(new Dated(new Entry.Cancelled(++position, id), MONDAY + day));
            default -> {}
        }
        return life;
    }

    private void begin(List<Dated> life, Order order, int day) {
        switch (random.nextInt(4)) {
            case 0, 1 -> life.add(new Dated(new Entry.Booked(++position, order, promise()), MONDAY + day));
            case 2 ->
                life.add(
                        new Dated(new Entry.TakenOver(++position, order, promise(), random.nextInt(30)), MONDAY + day));
            default -> {
                life.add(new Dated(new Entry.Held(++position, order, promise(), 0), MONDAY + day));
                life.add(new Dated(new Entry.HoldConfirmed(++position, order.id()), MONDAY + day + random.nextInt(3)));
            }
        }
    }

    private Dated happening(String id, int day) {
        int recorded = MONDAY + day + 3;
        return switch (random.nextInt(4)) {
            case 0 ->
                new Dated(new Entry.Changed(++position, order(id, day), promise(), random.nextBoolean()), recorded);
            case 1 ->
                new Dated(
                        new Entry.PromiseMoved(++position, id, promise(), promise(), new Reason.PullForward()),
                        recorded);
            default ->
                new Dated(
                        new Entry.PromiseMoved(
                                ++position, id, promise(), promise(), new Reason.Repromised(Strategy.IMPROVE)),
                        recorded);
        };
    }

    private Order order(String id, int day) {
        Order plain = CarShop.order(id, day);
        long deposit = random.nextInt(3) == 0 ? random.nextInt(1_000_000) : CarShop.DEPOSIT;
        return new Order(id, plain.lockedAtMicros(), 0, CarShop.CAR, plain.earliestBucket(), deposit);
    }

    private Promise promise() {
        return random.nextInt(10) == 0 ? CarShop.beyond() : CarShop.dated(random.nextInt(CarShop.WEEKS));
    }
}
