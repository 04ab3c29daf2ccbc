package io.rampline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrdersParquetTest {
    @TempDir
    Path temp;

    private Path dir(TestFolder folder, OrdersFile.Moments moments, OrdersFile.Amounts amounts) throws IOException {
        Path dir = folder.write(temp.resolve("parquet"));
        OrdersFile.of(folder).write(dir.resolve("orders.parquet"), moments, amounts);
        Files.delete(dir.resolve("orders.csv"));
        return dir;
    }

    @ParameterizedTest
    @EnumSource(OrdersFile.Moments.class)
    void momentsOfAnyPrecisionSayTheSameAsText(OrdersFile.Moments moments) throws IOException {
        TestFolder folder = TestFolder.withOrders(3, 3_000);
        String csv = Contents.text(TestFolder.sound(folder.write(temp.resolve("csv"))));

        assertThat(Contents.text(TestFolder.sound(dir(folder, moments, OrdersFile.Amounts.TEXT))))
                .isEqualTo(csv);
    }

    @ParameterizedTest
    @EnumSource(OrdersFile.Amounts.class)
    void amountsOfAnyKindSayTheSameAsText(OrdersFile.Amounts amounts) throws IOException {
        TestFolder folder = TestFolder.withOrders(3, 3_000);
        String csv = Contents.text(TestFolder.sound(folder.write(temp.resolve("csv"))));

        assertThat(Contents.text(TestFolder.sound(dir(folder, OrdersFile.Moments.MICROS, amounts))))
                .isEqualTo(csv);
    }

    @Test
    void aFlawNamesTheRowAndTheColumn() throws IOException {
        TestFolder folder = TestFolder.withOrders(3, 300);
        folder.setLine("orders.csv", 200, "X-1,2025-07-07,CM,YU7,Max,,,-1.5,,,,,,");
        folder.setLine("orders.csv", 201, "X-1,2025-05-05,,YU7,Max,,,,,2025-W54,2025-05-04,,,");

        assertThat(TestFolder.flaws(dir(folder, OrdersFile.Moments.MICROS, OrdersFile.Amounts.DECIMAL)))
                .extracting(Flaw::toString)
                .containsExactly(
                        "orders.parquet:199:2: found \"2025-07-07T00:00:00\", expected a moment not after as_of, 2025-07-06,"
                                + " maybe as_of in scenario.toml is too early: it is the day of the table",
                        "orders.parquet:199:3: found \"CM\", expected a market of markets.csv, maybe \"CN\"",
                        "orders.parquet:199:8: found \"-1.5\", expected an amount of 0 or more with at most 2 decimals,"
                                + " maybe without the minus sign",
                        "orders.parquet:200:1: found \"X-1\", expected each id once; it is on line 199 too,"
                                + " maybe one order twice in the file",
                        "orders.parquet:200:10: found \"2025-W54\", expected an ISO week such as 2025-W27,"
                                + " maybe weeks run from W01 to W52, in long years to W53",
                        "orders.parquet:200:11: found \"2025-05-04\", expected a day not before locked_at,"
                                + " maybe the two dates are swapped");
    }

    @Test
    void aColumnOfAnotherKindIsAFlawOnce() throws IOException {
        Path dir = TestFolder.withOrders(3, 0).write(temp);
        Files.delete(dir.resolve("orders.csv"));
        OrdersFile.write(
                dir.resolve("orders.parquet"),
                Types.buildMessage()
                        .required(PrimitiveTypeName.BOOLEAN)
                        .named("order_id")
                        .required(PrimitiveTypeName.INT64)
                        .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
                        .named("locked_at")
                        .required(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named("modell")
                        .named("orders"),
                List.of(List.of(true, 1L, "YU7"), List.of(false, 2L, "YU7")));

        assertThat(TestFolder.flaws(dir))
                .extracting(flaw -> flaw.line() + ":" + flaw.column() + " " + flaw.found())
                .containsExactly("1:1 column order_id as BOOLEAN", "1:3 column \"modell\"", "1:3 no column trim");
    }

    @Test
    void anotherFileUnderThisNameIsAFlaw() throws IOException {
        Path dir = TestFolder.withOrders(3, 5).write(temp);
        Files.move(dir.resolve("orders.csv"), dir.resolve("orders.parquet"));

        assertThat(TestFolder.flaws(dir))
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.found()).contains("no valid Parquet file"));
    }
}
