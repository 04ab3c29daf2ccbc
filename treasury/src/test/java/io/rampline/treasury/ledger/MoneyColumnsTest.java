package io.rampline.treasury.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MoneyColumnsTest {
    private static final int IDS = 20_000;

    @Test
    void everyOrderIsFoundByItsIdAndNoOther() {
        long seed = 7;
        SplittableRandom random = new SplittableRandom(seed);
        MoneyColumns orders = new MoneyColumns();
        Map<String, Integer> twin = new HashMap<>();
        for (int i = 0; i < IDS; i++) {
            String id = id(random);
            assertThat(orders.find(id))
                    .as("seed %d, \"%s\"", seed, id)
                    .isEqualTo(twin.containsKey(id) ? twin.get(id) : -1);
            int row = orders.add(id);
            twin.putIfAbsent(id, row);
            assertThat(row).as("seed %d, \"%s\"", seed, id).isEqualTo(twin.get(id));
        }
        twin.forEach((id, row) -> assertThat(orders.find(id)).isEqualTo(row));
        assertThat(orders.size).isEqualTo(twin.size());
    }

    /** Short and long ones, Chinese ones, with zeros, and long ones whose hash codes are the same. */
    private static String id(SplittableRandom random) {
        String letters = switch (random.nextInt(4)) {
            case 0 -> "01";
            case 1 -> "a\0é";
            case 2 -> "订单ÿ7";
            default -> "";
        };
        StringBuilder id = new StringBuilder();
        for (int length = 1 + random.nextInt(18); length > 0; length--) {
            // "Aa" and "BB" have one hash code.
            id.append(letters.isEmpty() ? (random.nextBoolean() ? "Aa" : "BB") : "")
                    .append(letters.isEmpty() ? "" : letters.charAt(random.nextInt(letters.length())));
        }
        return id.toString();
    }
}
