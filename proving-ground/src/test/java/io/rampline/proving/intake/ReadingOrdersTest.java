package io.rampline.proving.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingOrdersTest {
    @TempDir
    Path dir;

    /** The run itself fails where a reader finds another number of orders, or one twice. */
    @Test
    void bothReadersFindEveryOrderInBothFormsOfTheFile() throws IOException {
        assertThat(ReadingOrders.run(List.of("--orders", "2000", "--rounds", "2", "--dir", dir.toString())))
                .isZero();
        assertThat(dir.resolve("csv-2000/orders.csv")).isNotEmptyFile();
        assertThat(dir.resolve("parquet-2000/orders.parquet")).isNotEmptyFile();
        try (Stream<String> lines = Files.lines(dir.resolve("csv-2000/orders.csv"))) {
            assertThat(lines).hasSize(2001);
        }
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        OrderFolder.write(dir.resolve("a"), 500, 7);
        OrderFolder.write(dir.resolve("b"), 500, 7);

        assertThat(dir.resolve("a/orders.csv")).hasSameBinaryContentAs(dir.resolve("b/orders.csv"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--orders", "--orders 0", "--orders 3000000", "--rounds 1", "--rounds x", "--dir", "--files 3"})
    void whatIsNotUnderstoodIsRefused(String arguments) {
        assertThat(ReadingOrders.run(List.of(arguments.split(" ")))).isEqualTo(2);
    }
}
