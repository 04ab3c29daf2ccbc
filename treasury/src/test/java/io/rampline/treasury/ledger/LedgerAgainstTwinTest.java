package io.rampline.treasury.ledger;

import static io.rampline.treasury.ledger.CarShop.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.factory.MoneyTerms;
import io.rampline.factory.Scenario;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Random lives, in any order of the book that keeps each order's own, against a ledger that walks day by day. */
class LedgerAgainstTwinTest {
    private static final int SEEDS = 60;
    private static final int ORDERS = 40;
    private static final int LAST_DAY = 1_500;

    @Test
    void everyBalanceOfEveryDayIsTheTwinsWhateverTheOrderOfTheBook() {
        for (long seed = 0; seed < SEEDS; seed++) {
            MoneyTerms terms = seed % 3 == 0 ? MoneyTerms.PLAIN : CarShop.rich();
            Scenario scenario = CarShop.scenario(terms);
            RandomLives random = new RandomLives(seed);
            List<List<RandomLives.Dated>> lives = new ArrayList<>();
            PlainLedger twin = new PlainLedger(scenario);
            for (int order = 0; order < ORDERS; order++) {
                lives.add(random.life("o" + order));
                twin.live(lives.getLast());
            }
            Ledger ledger = new Ledger(scenario, Journal.NONE);
            SplittableRandom looks = new SplittableRandom(seed);
            for (RandomLives.Dated entry : random.mixed(lives)) {
                ledger.add(entry.entry(), entry.day());
                if (looks.nextInt(100) == 0) {
                    // A look at the balance, at a day that no order has passed, changes nothing.
                    ledger.closeTo(MONDAY);
                }
            }
            ledger.closeTo(MONDAY + LAST_DAY);
            compare(seed, ledger, twin);
        }
    }

    private static void compare(long seed, Ledger ledger, PlainLedger twin) {
        Map<Account, Long> sums = new EnumMap<>(Account.class);
        for (int day = 0; day <= LAST_DAY; day++) {
            for (Account account : Account.values()) {
                sums.merge(account, twin.booked.get(account)[day], Long::sum);
            }
            if (day % 13 != 0 && day != LAST_DAY) {
                continue;
            }
            TrialBalance balance = ledger.balance(MONDAY + day);
            assertThat(balance.totalMinor())
                    .as("seed %d, total of day %d", seed, day)
                    .isZero();
            for (Account account : Account.values()) {
                assertThat(balance.of(account))
                        .as("seed %d, %s on day %d", seed, account, day)
                        .isEqualTo(sums.get(account));
            }
        }
    }

    @Test
    void tenThousandOrdersInTwoOrdersOfTheBookGiveTheSameLines() {
        Scenario scenario = CarShop.scenario(CarShop.rich());
        RandomLives random = new RandomLives(7);
        List<List<RandomLives.Dated>> lives = new ArrayList<>();
        for (int order = 0; order < 10_000; order++) {
            lives.add(random.life("o" + order));
        }

        assertThat(lines(scenario, random.mixed(lives))).isEqualTo(lines(scenario, random.mixed(lives)));
    }

    private static List<String> lines(Scenario scenario, List<RandomLives.Dated> entries) {
        CarShop.Lines lines = new CarShop.Lines();
        Ledger ledger = new Ledger(scenario, lines);
        entries.forEach(entry -> ledger.add(entry.entry(), entry.day()));
        ledger.closeTo(MONDAY + LAST_DAY);
        return lines.lines.stream().sorted().toList();
    }
}
