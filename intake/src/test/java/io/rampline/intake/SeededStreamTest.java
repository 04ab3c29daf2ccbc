package io.rampline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SeededStreamTest {
    /** Orders that were expanded once must come out the same in every later version. */
    @Test
    void theNumbersStayWhatTheyAre() {
        SeededStream stream = new SeededStream(20_250_706, 1);

        assertThat(new long[] {stream.next(), stream.next(), stream.below(1_000_000), stream.below(7)})
                .containsExactly(7494890136289060946L, 6432861601607204603L, 274_574L, 5L);
    }

    @Test
    void streamsOfOneSeedDiffer() {
        assertThat(new SeededStream(1, 1).next()).isNotEqualTo(new SeededStream(1, 2).next());
        assertThat(new SeededStream(1, 2).next()).isNotEqualTo(new SeededStream(2, 1).next());
    }

    @Test
    void drawsStayBelowTheirBoundAndReachEveryNumber() {
        SeededStream stream = new SeededStream(3, 3);
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++) {
            counts[(int) stream.below(7)]++;
        }

        assertThat(Arrays.stream(counts)).allMatch(count -> count >= 9_500 && count <= 10_500);
        assertThat(stream.below(1)).isZero();
    }
}
