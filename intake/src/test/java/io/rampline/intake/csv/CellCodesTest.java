package io.rampline.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CellCodesTest {
    private static int find(CellCodes codes, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return codes.find(bytes, 0, bytes.length);
    }

    private static int learn(CellCodes codes, String text, int code) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return codes.learn(bytes, 0, bytes.length, code);
    }

    @Test
    void aMapOfTextsKnowsTheSame() {
        CellCodes codes = new CellCodes();
        Map<String, Integer> plain = new HashMap<>();
        Random random = new Random(5);
        for (int i = 0; i < 50_000; i++) {
            // Many with the same first and last letters, as names of trims have.
            String text = "Standard Range ".substring(0, random.nextInt(15))
                    + random.nextInt(3000)
                    + "Edition".substring(random.nextInt(7));
            assertThat(find(codes, text)).as(text).isEqualTo(plain.getOrDefault(text, CellCodes.UNKNOWN));
            if (random.nextBoolean()) {
                int code = plain.computeIfAbsent(text, _ -> plain.size());
                assertThat(learn(codes, text, code)).isEqualTo(code);
            }
        }
        assertThat(codes.size()).isEqualTo(plain.size());
    }

    @Test
    void theEmptyCellIsACell() {
        CellCodes codes = new CellCodes();

        assertThat(find(codes, "")).isEqualTo(CellCodes.UNKNOWN);
        assertThat(learn(codes, "", 4)).isEqualTo(4);
        assertThat(find(codes, "")).isEqualTo(4);
        assertThat(find(codes, "\u0000")).isEqualTo(CellCodes.UNKNOWN);
    }

    @Test
    void learningEnds() {
        CellCodes codes = new CellCodes();
        for (int i = 0; i < CellCodes.CODES_MAX; i++) {
            learn(codes, "cell " + i, i);
        }

        assertThat(learn(codes, "one more", 1)).isEqualTo(CellCodes.UNKNOWN);
        assertThat(learn(codes, "cell 7", 99)).isEqualTo(7);
    }

    @Test
    void keysAreCountedTheSameWay() {
        LongCodes codes = new LongCodes();
        Map<Long, Integer> plain = new HashMap<>();
        Random random = new Random(6);
        for (int i = 0; i < 50_000; i++) {
            long key = (long) random.nextInt(2000) << random.nextInt(40);
            assertThat(codes.find(key)).isEqualTo(plain.getOrDefault(key, LongCodes.UNKNOWN));
            plain.putIfAbsent(key, plain.size());
            codes.learn(key, plain.get(key));
        }
    }
}
