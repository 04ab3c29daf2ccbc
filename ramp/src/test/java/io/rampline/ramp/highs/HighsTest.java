package io.rampline.ramp.highs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.rampline.ramp.highs.LinearProgram.Terms;
import io.rampline.ramp.highs.Solution.Ending;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HighsTest {
    private static final Highs HIGHS = Highs.load(Path.of("target", "cache"));

    @TempDir
    Path folder;

    @Test
    void saysWhichVersionItIs() {
        assertThat(HIGHS.version()).isEqualTo("1.12.0");
    }

    @Test
    void aLinearProgramHasItsBestPointAndPrices() {
        // Most of 3x + 5y with x <= 4, 2y <= 12, 3x + 2y <= 18: 36 at (2, 6), prices 0, 1.5, 1.
        LinearProgram program = new LinearProgram();
        int x = program.column(-3, 0, 4);
        int y = program.column(-5, 0, LinearProgram.INFINITY);
        int half = program.row(-LinearProgram.INFINITY, 12, new Terms().add(y, 2));
        int both = program.row(
                -LinearProgram.INFINITY, 18, new Terms().add(x, 1).add(y, 2).add(x, 2));

        Solution solution = HIGHS.solve(program, Effort.UNLIMITED);

        assertThat(solution.ending()).isEqualTo(Ending.BEST);
        assertThat(solution.cost()).isCloseTo(-36, within(1e-9));
        assertThat(solution.point()).containsExactly(new double[] {2, 6}, within(1e-9));
        assertThat(solution.rowPrice(half)).isCloseTo(-1.5, within(1e-9));
        assertThat(solution.rowPrice(both)).isCloseTo(-1, within(1e-9));
    }

    @Test
    void aRowAddedLaterCountsFromTheNextSolutionOn() {
        LinearProgram program = new LinearProgram();
        int x = program.column(1, 1, 9);
        int y = program.column(2, 0, 9);

        try (Session session = HIGHS.open(program)) {
            assertThat(session.solve(Effort.UNLIMITED, Watch.NOBODY).cost()).isCloseTo(1, within(1e-9));
            session.addRow(
                    12,
                    LinearProgram.INFINITY,
                    new Terms().add(y, 1).add(x, 0.5).add(x, 0.5));
            assertThat(session.solve(Effort.UNLIMITED, Watch.NOBODY).cost()).isCloseTo(15, within(1e-9));
            assertThat(session.iterations()).isPositive();
        }
    }

    @Test
    void aProgramWithoutASolutionIsCalledSo() {
        LinearProgram program = new LinearProgram();
        int x = program.binary(1, 0, 1);
        program.row(2, LinearProgram.INFINITY, new Terms().add(x, 1));

        Solution solution = HIGHS.solve(program, Effort.UNLIMITED);

        assertThat(solution.ending()).isEqualTo(Ending.IMPOSSIBLE);
        assertThat(solution.found()).isFalse();
    }

    @Test
    void knapsacksAreFilledAsWellAsByTryingEverything() {
        for (long seed = 0; seed < 30; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int items = 8;
            int[] worth = random.ints(items, 1, 50).toArray();
            int[] weight = random.ints(items, 1, 30).toArray();
            int best = 0;
            for (int chosen = 0; chosen < 1 << items; chosen++) {
                int sum = 0;
                int load = 0;
                for (int i = 0; i < items; i++) {
                    sum += (chosen >> i & 1) * worth[i];
                    load += (chosen >> i & 1) * weight[i];
                }
                best = load <= 60 ? Math.max(best, sum) : best;
            }
            LinearProgram program = knapsack(worth, weight, 60);

            Solution solution = HIGHS.solve(program, Effort.UNLIMITED);

            assertThat(-solution.cost()).as("seed %d", seed).isCloseTo(best, within(1e-6));
            assertThat(solution.bound()).as("seed %d", seed).isCloseTo(solution.cost(), within(1e-6));
        }
    }

    @Test
    void theWatchSeesProgressAndCanStop() {
        SplittableRandom random = new SplittableRandom(7);
        int[] worth = random.ints(60, 1000, 2000).toArray();
        int[] weight = random.ints(60, 1000, 2000).toArray();
        try (Session session = HIGHS.open(knapsack(worth, weight, 30_011))) {
            session.start(new double[60]);
            int[] calls = new int[1];

            Solution solution = session.solve(Effort.UNLIMITED, (_, bound, _) -> {
                assertThat(bound).isLessThanOrEqualTo(0);
                return ++calls[0] < 2;
            });

            assertThat(solution.ending()).isEqualTo(Ending.STOPPED);
            assertThat(solution.found()).isTrue();
            assertThat(calls[0]).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void aBoundChangedIsSolvedFromTheLastPoint() {
        LinearProgram program = new LinearProgram();
        int x = program.column(1, 0, 10);
        int least = program.row(3, LinearProgram.INFINITY, new Terms().add(x, 1));
        try (Session session = HIGHS.open(program)) {
            assertThat(session.solve(Effort.UNLIMITED, Watch.NOBODY).cost()).isEqualTo(3);
            session.changeRowBounds(least, 5, LinearProgram.INFINITY);
            assertThat(session.solve(Effort.UNLIMITED, Watch.NOBODY).cost()).isEqualTo(5);
            session.changeBounds(x, 0, 4);
            assertThat(session.solve(Effort.UNLIMITED, Watch.NOBODY).ending()).isEqualTo(Ending.IMPOSSIBLE);
        }
    }

    @Test
    void theLibraryIsUnpackedOnce() throws Exception {
        Path first = HighsLibrary.in(folder);
        var written = Files.getLastModifiedTime(first);

        assertThat(HighsLibrary.in(folder)).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(first)).isEqualTo(written);
        try (var files = Files.list(first.getParent())) {
            assertThat(files).containsExactly(first);
        }
    }

    @Test
    void aMachineWithoutALibraryIsToldWhatToDo() {
        assertThatThrownBy(() -> HighsLibrary.in(folder, "Plan 9", "amd64"))
                .isInstanceOf(SolverUnavailable.class)
                .hasMessageContaining("Plan 9")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> HighsLibrary.in(folder, "Mac OS X", "aarch64"))
                .isInstanceOf(SolverUnavailable.class)
                .hasMessageContaining("build Rampline on this machine");
    }

    private static LinearProgram knapsack(int[] worth, int[] weight, int room) {
        LinearProgram program = new LinearProgram();
        Terms load = new Terms();
        for (int i = 0; i < worth.length; i++) {
            load.add(program.binary(-worth[i], 0, 1), weight[i]);
        }
        program.row(-LinearProgram.INFINITY, room, load);
        return program;
    }
}
