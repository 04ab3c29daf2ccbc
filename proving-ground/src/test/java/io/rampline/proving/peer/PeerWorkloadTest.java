package io.rampline.proving.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.promise.PromiseEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerWorkloadTest {
    @ParameterizedTest
    @CsvSource({
        "1000, 35419, 70",
        "2000, 70771, 70",
        "5000, 178714, 71",
        "10000, 359294, 71",
        "50000, 1798208, 71",
        "100000, 3598279, 71",
        "300000, 10796570, 71",
        "1000000, 35987975, 71"
    })
    void theFixedFormComesOutAsDefined(int orders, long sumOfWeeks, int lastWeek) {
        PromiseEngine engine = new PeerWorkload(orders, false).engine();
        engine.promiseAll();
        long sum = 0;
        int last = 0;
        for (int row = 0; row < orders; row++) {
            assertThat(engine.buildBucket(row)).isNotNegative();
            sum += engine.buildBucket(row);
            last = Math.max(last, engine.buildBucket(row));
        }
        assertThat(sum).isEqualTo(sumOfWeeks);
        assertThat(last).isEqualTo(lastWeek);
    }

    /**
     * The rule told with plain counters: own line first, the earlier week wins, a pack balance that never goes below
     * zero.
     */
    @Test
    void theFlexibleFormAgreesWithPlainCounters() {
        int orders = 3_000;
        PromiseEngine engine = new PeerWorkload(orders, true).engine();
        engine.promiseAll();
        int[][] lines = {counters(engine, 0), counters(engine, 1)};
        int[][] packs = {counters(engine, 2), counters(engine, 3)};
        for (int i = 0; i < orders; i++) {
            int item = PeerWorkload.item(i);
            int[] pack = packs[item % 3 == 2 ? 1 : 0];
            int own = item < 3 ? 0 : 1;
            int week = 0;
            int line = -1;
            while (line < 0) {
                if (balanceFrom(pack, week) > 0) {
                    line = lines[own][week] > 0 ? own : lines[1 - own][week] > 0 ? 1 - own : -1;
                }
                week += line < 0 ? 1 : 0;
            }
            lines[line][week]--;
            pack[week]--;
            assertThat(engine.buildBucket(i)).as("week of order %d", i).isEqualTo(week);
            assertThat(engine.line(i)).as("line of order %d", i).isEqualTo("L" + (line + 1));
        }
    }

    private static int[] counters(PromiseEngine engine, int resource) {
        int[] units = new int[PeerWorkload.WEEKS];
        for (int week = 0; week < units.length; week++) {
            units[week] = engine.capacity(resource, week);
        }
        return units;
    }

    /** Smallest cumulative balance of arrivals less use, from a week on. */
    private static int balanceFrom(int[] net, int week) {
        int balance = 0;
        int least = Integer.MAX_VALUE;
        for (int w = 0; w < net.length; w++) {
            balance += net[w];
            least = w >= week ? Math.min(least, balance) : least;
        }
        return least;
    }
}
