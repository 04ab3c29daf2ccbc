package io.rampline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is planted is reported, at its place and once; nothing else is. */
class PlantedFlawsTest {
    /** More for a long run: {@code -Drampline.flaws.mixes=...}. */
    private static final int MIXES = Integer.getInteger("rampline.flaws.mixes", 150);

    private static final long FIRST_SEED = Long.getLong("rampline.flaws.seed", 1);
    private static final int ORDERS = 120;

    @TempDir
    Path temp;

    static Stream<FlawKind> kinds() {
        return Stream.concat(FlawKinds.THAT_MIX.stream(), FlawKinds.THAT_STAND_ALONE.stream());
    }

    @Test
    void thereAreMoreThanFortyKinds() {
        assertThat(kinds().map(FlawKind::name)).hasSizeGreaterThan(40).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void oneFlawIsReportedAloneAndWithAdvice(FlawKind kind) throws IOException {
        TestFolder folder = kind.folder(1, ORDERS);
        Planted planted = kind.plant(folder, new Rows(new Random(1), ORDERS));

        assertThat(TestFolder.flaws(folder.write(temp))).singleElement().satisfies(planted::assertIs);
    }

    @Test
    void manyFlawsAreAllReported() throws IOException {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + MIXES; seed++) {
            Random random = new Random(seed);
            TestFolder folder = TestFolder.withOrders(seed, ORDERS);
            List<FlawKind> kinds = new ArrayList<>(FlawKinds.THAT_MIX);
            Collections.shuffle(kinds, random);
            Rows rows = new Rows(random, ORDERS);
            List<Planted> planted = new ArrayList<>();
            Set<String> used = new HashSet<>();
            for (FlawKind kind : kinds.subList(0, 1 + random.nextInt(kinds.size()))) {
                if (kind.rival().isEmpty() || used.add(kind.rival())) {
                    planted.add(kind.plant(folder, rows));
                }
            }
            List<Flaw> flaws = TestFolder.flaws(folder.write(temp.resolve("" + seed)));

            assertThat(flaws.stream().map(PlantedFlawsTest::place))
                    .as("seed " + seed)
                    .containsExactlyInAnyOrderElementsOf(
                            planted.stream().map(Planted::place).toList());
        }
    }

    @Test
    void rowsWithoutAFlawAreReadAsBefore() throws IOException {
        TestFolder folder = TestFolder.withOrders(9, ORDERS);
        OrderColumns clean = Orders.read(folder.write(temp.resolve("clean")));
        List<byte[]> cleanLines = List.copyOf(folder.lines("orders.csv"));
        Rows rows = new Rows(new Random(9), ORDERS);
        for (FlawKind kind : FlawKinds.THAT_MIX) {
            if (kind.file().equals("orders.csv")) {
                kind.plant(folder, rows);
            }
        }
        OrderColumns flawed = Orders.read(folder.write(temp.resolve("flawed")));
        Set<Integer> planted = new HashSet<>();
        for (int line = 1; line <= cleanLines.size(); line++) {
            if (!Arrays.equals(
                    cleanLines.get(line - 1), folder.lines("orders.csv").get(line - 1))) {
                planted.add(line);
            }
        }

        assertThat(planted).hasSizeGreaterThan(20);
        assertThat(Orders.rows(flawed, line -> !planted.contains(line)))
                .isEqualTo(Orders.rows(clean, line -> !planted.contains(line)));
    }

    private static String place(Flaw flaw) {
        return flaw.file() + ":" + flaw.line() + ":" + flaw.column();
    }
}
