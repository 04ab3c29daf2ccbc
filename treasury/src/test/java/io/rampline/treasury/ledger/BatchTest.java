package io.rampline.treasury.ledger;

import static io.rampline.treasury.ledger.CarShop.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rampline.promise.Entry;
import io.rampline.treasury.ledger.RandomLives.Dated;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Many entries at a time against one by one. */
class BatchTest {
    private static final int SEEDS = 30;
    private static final int LAST_DAY = 1_500;

    @Test
    void aBatchBooksTheSameLinesInTheSameOrderAsOneByOne() {
        for (long seed = 0; seed < SEEDS; seed++) {
            List<Dated> entries = entries(seed);
            CarShop.Lines plain = new CarShop.Lines();
            Ledger oneByOne = new Ledger(CarShop.scenario(CarShop.rich()), plain);
            entries.forEach(entry -> oneByOne.add(entry.entry(), entry.day()));
            oneByOne.closeTo(MONDAY + LAST_DAY);

            CarShop.Lines batched = new CarShop.Lines();
            Ledger ledger = new Ledger(CarShop.scenario(CarShop.rich()), batched);
            follow(ledger, entries, seed);
            ledger.closeTo(MONDAY + LAST_DAY);

            assertThat(batched.lines).as("seed %d", seed).isEqualTo(plain.lines);
            assertThat(rows(ledger)).as("seed %d", seed).isEqualTo(rows(oneByOne));
        }
    }

    /** Few orders, so that many entries of a batch are about one; some holds run out and begin again. */
    private static List<Dated> entries(long seed) {
        RandomLives random = new RandomLives(seed);
        List<List<Dated>> lives = new ArrayList<>();
        for (int order = 0; order < 5 + 40 * (seed % 3); order++) {
            String id = order % 7 == 0 ? "an id that is too long for two words " + order : "o" + order;
            List<Dated> life = new ArrayList<>();
            if (order % 4 == 0) {
                life.add(new Dated(new Entry.Held(1, CarShop.order(id, 0), CarShop.dated(9), 0), MONDAY));
                life.add(new Dated(new Entry.HoldExpired(2, id), MONDAY));
            }
            life.add(new Dated(new Entry.Advanced(3, 0), MONDAY));
            life.addAll(random.life(id));
            lives.add(life);
        }
        return random.mixed(lives);
    }

    /** In batches of any number of entries. */
    private static void follow(Ledger ledger, List<Dated> entries, long seed) {
        SplittableRandom ends = new SplittableRandom(seed);
        int next = 0;
        while (next < entries.size()) {
            try (Batch batch = ledger.batch()) {
                for (int most = next + ends.nextInt(120); next < Math.min(most, entries.size()); next++) {
                    batch.add(entries.get(next).entry(), entries.get(next).day());
                }
            }
        }
    }

    private static List<String> rows(Ledger ledger) {
        OrderMoney orders = ledger.orders();
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < orders.size(); row++) {
            rows.add(orders.id(row) + " " + orders.state(row) + " " + orders.depositMinor(row) + " "
                    + orders.prepaidMinor(row) + " " + orders.prepaidDay(row) + " " + orders.endDay(row) + " "
                    + orders.basisBucket(row) + " " + orders.promisedBucket(row));
        }
        return rows;
    }

    @Test
    void anOrderThatIsNotInTheBookIsRefusedAtTheEndOfTheBatch() {
        Batch batch = new Ledger(CarShop.scenario(), Journal.NONE).batch();
        batch.add(new Entry.Cancelled(1, "nobody"), MONDAY);

        assertThatIllegalArgumentException().isThrownBy(batch::close).withMessageContaining("nobody");
    }
}
