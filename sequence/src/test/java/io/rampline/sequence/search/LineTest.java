package io.rampline.sequence.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.sequence.check.SequenceCheck;
import io.rampline.sequence.check.Verdict;
import io.rampline.sequence.day.Counts;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.day.SmallDays;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What the search keeps up to date is what counting anew gives; the check is the plain twin. */
class LineTest {
    private static final long FIRST_SEED = Long.getLong("rampline.seed", 1);
    private static final int DAYS = 300;
    private static final int CHANGES = 60;
    private static final long HIGH_PRICE = 10_000;
    private static final long LOW_PRICE = 100;

    private static List<Integer> order(Line line) {
        int[] order = new int[line.end - line.first];
        line.tell(order);
        return Arrays.stream(order).boxed().toList();
    }

    private static Line priced(LineDay day) {
        Line line = new Line(day);
        int[] given = new int[day.cars().size()];
        Arrays.setAll(given, car -> car);
        line.take(given);
        line.colourPrice = 1;
        line.windows.setPrices(HIGH_PRICE, LOW_PRICE);
        return line;
    }

    private static long price(Counts counts) {
        return HIGH_PRICE * counts.high() + LOW_PRICE * counts.low() + counts.colours();
    }

    @Test
    void exchangesCostWhatCountingAnewSays() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + DAYS; seed++) {
            Line line = priced(SmallDays.of(seed, 2 + (int) (seed % 29)));
            SplittableRandom random = new SplittableRandom(seed);
            for (int change = 0; change < CHANGES; change++) {
                int i = random.nextInt(line.first, line.end - 1);
                int k = random.nextInt(i + 1, line.end);
                long before = price(line.counts());
                long cost = line.exchangeCost(i, k);
                boolean allowed = line.mayExchange(i, k);
                boolean wasAllowed = SequenceCheck.of(line.day, order(line)).isAllowed();

                line.exchange(i, k);

                Verdict verdict = SequenceCheck.of(line.day, order(line));
                assertThat(line.counts()).as("seed %d, change %d", seed, change).isEqualTo(verdict.counts());
                assertThat(cost).as("seed %d, change %d", seed, change).isEqualTo(price(line.counts()) - before);
                if (wasAllowed) {
                    assertThat(allowed).as("seed %d, change %d", seed, change).isEqualTo(verdict.isAllowed());
                }
                if (!verdict.isAllowed()) {
                    line.exchange(i, k);
                }
            }
        }
    }

    @Test
    void changesOfBlocksCostWhatCountingAnewSays() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + DAYS; seed++) {
            Line line = priced(SmallDays.of(seed, 3 + (int) (seed % 97)));
            Blocks blocks = new Blocks(line);
            blocks.allow(Double.MAX_VALUE);
            SplittableRandom random = new SplittableRandom(seed);
            for (int change = 0; change < CHANGES; change++) {
                long before = price(line.counts());
                long cost = drawn(line, blocks, random);
                boolean allowed = blocks.isAllowed();
                List<Integer> was = order(line);

                blocks.make();

                Verdict verdict = SequenceCheck.of(line.day, order(line));
                assertThat(line.counts()).as("seed %d, change %d", seed, change).isEqualTo(verdict.counts());
                assertThat(cost).as("seed %d, change %d", seed, change).isEqualTo(price(line.counts()) - before);
                assertThat(allowed).as("seed %d, change %d", seed, change).isEqualTo(verdict.isAllowed());
                if (!verdict.isAllowed()) {
                    line.take(was.stream().mapToInt(Integer::intValue).toArray());
                }
            }
        }
    }

    private static long drawn(Line line, Blocks blocks, SplittableRandom random) {
        int at = random.nextInt(line.first, line.end - 1);
        int left = line.end - at;
        if (random.nextInt(3) == 0) {
            return blocks.turn(at, random.nextInt(2, left + 1));
        }
        int a = random.nextInt(1, left);
        int b = random.nextInt(1, left - a + 1);
        int between = random.nextInt(0, left - a - b + 1);
        return blocks.change(at, a, between, b, random.nextBoolean(), random.nextBoolean());
    }

    @Test
    void everyKindOfMoveKeepsCountsBatchesAndBounds() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + DAYS; seed++) {
            Line line = priced(SmallDays.of(seed, 3 + (int) (seed % 47)));
            Dice dice = new Dice(seed);
            Moves moves = new Moves(line, new Families(line, line.windows.bits(true)), dice);
            moves.seek(-1);
            List<MoveKind> kinds = List.of(MoveKind.values());
            for (int change = 0; change < CHANGES; change++) {
                MoveKind kind = kinds.get(change % kinds.size());
                boolean made = moves.tryOne(kind, change % 5 == 0 ? Double.MAX_VALUE : HIGH_PRICE);
                if (made) {
                    Verdict verdict = SequenceCheck.of(line.day, order(line));
                    assertThat(line.counts()).as("seed %d, %s", seed, kind).isEqualTo(verdict.counts());
                    assertThat(verdict.flaws()).as("seed %d, %s", seed, kind).isEmpty();
                }
            }
            Line anew = priced(line.day);
            anew.take(order(line).stream().mapToInt(Integer::intValue).toArray());
            for (int i = line.first; i < line.end - 1; i++) {
                for (int k = i + 1; k < line.end; k++) {
                    assertThat(line.exchangeCost(i, k)).as("seed %d", seed).isEqualTo(anew.exchangeCost(i, k));
                }
            }
        }
    }
}
