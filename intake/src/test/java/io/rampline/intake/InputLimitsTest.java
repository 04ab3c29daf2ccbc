package io.rampline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file may be only so big, and saying so takes no more than its first flaws. */
class InputLimitsTest {
    @TempDir
    Path temp;

    private Reading.Flawed flawed(TestFolder folder) throws IOException {
        return flawed(folder.write(temp));
    }

    private static Reading.Flawed flawed(Path dir) {
        return switch (ScenarioFolder.read(dir, Progress.NONE)) {
            case Reading.Sound _ -> throw new AssertionError("found a sound folder, expected one that is too big");
            case Reading.Flawed flawed -> flawed;
        };
    }

    @Test
    void aFileKeptByHandHasAtMostTenThousandRows() throws IOException {
        TestFolder folder = TestFolder.withOrders(1, 2);
        List<String> sources = new ArrayList<>(List.of("source,url"));
        for (int row = 0; row <= Shape.ROWS_MAX; row++) {
            sources.add("key-" + row + ",https://example.org/" + row);
        }
        folder.put("sources.csv", sources);

        assertThat(flawed(folder).flaws())
                .anyMatch(flaw -> flaw.file().equals("sources.csv")
                        && flaw.line() == Shape.ROWS_MAX + 2
                        && flaw.found().equals("more than 10000 rows"));
    }

    @Test
    void aFileOfWeeksHasAtMostTwoHundredThousandRows() throws IOException {
        TestFolder folder = TestFolder.withOrders(1, 2);
        List<String> demand = new ArrayList<>(List.of("week,model,trim,mid"));
        demand.addAll(Collections.nCopies(Shape.WEEK_ROWS_MAX + 1, "1999-W01,SU7,Max,1"));
        folder.put("demand.csv", demand);

        assertThat(flawed(folder).flaws())
                .anyMatch(flaw -> flaw.file().equals("demand.csv")
                        && flaw.line() == Shape.WEEK_ROWS_MAX + 2
                        && flaw.found().equals("more than 200000 rows"));
    }

    @Test
    void aBookHasAtMostTwoMillionOrders() throws IOException {
        Path dir = TestFolder.withOrders(1, 2).write(temp);
        try (BufferedWriter out = Files.newBufferedWriter(dir.resolve("orders.csv"))) {
            out.write("order_id,locked_at,model,trim\n");
            for (int order = 0; order <= OrderRules.ORDERS_MAX; order++) {
                out.write(order + ",2025-05-06,SU7,Max\n");
            }
        }

        assertThat(flawed(dir).flaws())
                .anyMatch(flaw -> flaw.file().equals("orders.csv")
                        && flaw.line() == OrderRules.ORDERS_MAX + 2
                        && flaw.found().equals("more than 2000000 orders"));
    }

    @Test
    void aTomlFileHasAtMostAQuarterOfAMebibyte() throws IOException {
        TestFolder folder = TestFolder.withOrders(1, 2);
        folder.put("deposits.toml", Collections.nCopies(20_000, "# " + "x".repeat(60)));

        assertThat(flawed(folder).flaws())
                .anyMatch(flaw ->
                        flaw.file().equals("deposits.toml") && flaw.found().equals("more than 262144 bytes"));
    }

    @Test
    void noMoreThanAThousandFlawsAreKeptAndTheOthersCounted() throws IOException {
        TestFolder folder = TestFolder.withOrders(1, 2);
        List<String> orders = new ArrayList<>(List.of("order_id,locked_at,model,trim"));
        for (int order = 0; order < 5_000; order++) {
            orders.add("O-" + order + ",yesterday,SU7,Max");
        }
        folder.put("orders.csv", orders);
        Reading.Flawed flawed = flawed(folder);

        assertThat(flawed.flaws()).hasSize(1_000);
        assertThat(flawed.more()).isEqualTo(4_000);
    }
}
