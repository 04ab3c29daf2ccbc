package io.rampline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders and files that are not what they should be. */
class EdgesTest {
    @TempDir
    Path temp;

    @Test
    void aFolderThatIsMissingIsAFlaw() {
        Path dir = temp.resolve("nowhere");

        assertThat(TestFolder.flaws(dir))
                .singleElement()
                .hasToString(dir
                        + ":1:1: found no such folder, expected a scenario folder, maybe `rampline new` writes one");
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(temp.resolve("scenario.toml"), "");

        assertThat(TestFolder.flaws(file))
                .singleElement()
                .hasToString(file + ":1:1: found a file, expected a scenario folder, maybe the folder that holds it");
    }

    @Test
    void anEmptyFolderLacksItsThreeFiles() {
        assertThat(TestFolder.flaws(temp))
                .extracting(Flaw::file)
                .containsExactly("scenario.toml", "lines.csv", "products.csv");
    }

    /** A user who may read everything sees the folder's files instead: then there is nothing to tell. */
    @Test
    void aFolderWithoutPermissionIsAFlaw() throws IOException {
        Path dir = TestFolder.withOrders(1, 1).write(temp.resolve("shut"));
        Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("---------"));
        boolean mayRead = Files.isReadable(dir);
        List<Flaw> flaws = TestFolder.flaws(dir);
        Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwx------"));

        assertThat(flaws.stream().map(Flaw::found))
                .isEqualTo(mayRead ? List.of() : List.of("a folder that may not be read"));
    }

    @Test
    void aFileWithoutPermissionIsAFlaw() throws IOException {
        Path dir = TestFolder.withOrders(1, 1).write(temp);
        Path file = dir.resolve("mix.csv");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        boolean mayRead = Files.isReadable(file);

        assertThat(TestFolder.flaws(dir).stream().map(flaw -> flaw.file() + " " + flaw.found()))
                .isEqualTo(mayRead ? List.of() : List.of("mix.csv a file that may not be read"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scenario.toml", "products.csv", "mix.csv", "orders.csv", "deposits.toml", "sources.csv"})
    void aFolderUnderTheNameOfAFileIsAFlaw(String name) throws IOException {
        TestFolder folder = TestFolder.withOrders(1, 0);
        folder.remove(name);
        Path dir = folder.write(temp);
        Files.createDirectory(dir.resolve(name));

        assertThat(TestFolder.flaws(dir))
                .extracting(flaw -> flaw.file() + " " + flaw.found())
                .containsOnlyOnce(name + " a folder");
    }

    @Test
    void aFolderUnderTheNameOfAParquetFileIsAFlaw() throws IOException {
        TestFolder folder = TestFolder.withOrders(1, 0);
        folder.remove("orders.csv");
        Path dir = folder.write(temp);
        Files.createDirectory(dir.resolve("orders.parquet"));

        assertThat(TestFolder.flaws(dir)).extracting(Flaw::file).containsExactly("orders.parquet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# only a comment\n", "\uFEFF", "\r\n\r\n"})
    void aFileWithoutAHeaderIsAFlaw(String text) throws IOException {
        Path dir = TestFolder.withOrders(1, 1).write(temp);
        Files.writeString(dir.resolve("quotas.csv"), text);

        assertThat(TestFolder.flaws(dir)).singleElement().satisfies(flaw -> {
            assertThat(flaw.file()).isEqualTo("quotas.csv");
            assertThat(flaw.found()).isEqualTo("an empty file");
        });
    }

    @Test
    void onlyAHeaderIsNoRows() throws IOException {
        TestFolder folder = TestFolder.withOrders(1, 0);
        List<String> emptied =
                List.of("quotas.csv", "demand.csv", "mix.csv", "gains.csv", "calendar.csv", "outturn/deliveries.csv");
        for (String file : emptied) {
            folder.put(file, List.of(folder.line(file, 1)));
        }
        ScenarioContents contents = TestFolder.sound(folder.write(temp));

        assertThat(contents.scenario().quotas()).isEmpty();
        assertThat(contents.openOrders().size()).isZero();
    }

    @Test
    void onlyAHeaderOfMarketsIsAFlaw() throws IOException {
        TestFolder folder = TestFolder.withOrders(1, 30);
        folder.put("markets.csv", List.of(folder.line("markets.csv", 1)));

        assertThat(TestFolder.flaws(folder.write(temp)))
                .extracting(Flaw::found)
                .contains("no market")
                .hasSize(1);
    }

    @Test
    void aPictureIsNoTable() throws IOException {
        Path dir = TestFolder.withOrders(1, 30).write(temp);
        byte[] picture = new byte[5_000];
        new java.util.Random(1).nextBytes(picture);
        byte[] signature = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13};
        System.arraycopy(signature, 0, picture, 0, signature.length);
        Files.write(dir.resolve("products.csv"), picture);

        assertThat(TestFolder.flaws(dir))
                .isNotEmpty()
                .allMatch(flaw -> flaw.file().equals("products.csv"));
    }

    @Test
    void rowsThatNeedAFlawedProductAreNotReported() throws IOException {
        TestFolder folder = TestFolder.withOrders(1, 80);
        folder.setLine("products.csv", 5, "YU7,Max,a lot,250000,,,,");

        assertThat(TestFolder.flaws(folder.write(temp))).extracting(Flaw::file).containsExactly("products.csv");
    }

    @Test
    void rowsThatNeedAProductWithoutANameAreNotReported() throws IOException {
        TestFolder folder = TestFolder.withOrders(1, 80);
        folder.setLine("products.csv", 5, "YU7,,329900,250000,,,,");

        assertThat(TestFolder.flaws(folder.write(temp))).extracting(Flaw::file).containsExactly("products.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "products.csv",
                "lines.csv",
                "markets.csv",
                "options.csv",
                "parts.csv",
                "sources.csv",
                "ramps.csv"
            })
    void aFileThatCannotBeReadIsReportedAlone(String file) throws IOException {
        TestFolder folder = TestFolder.withOrders(1, 80);
        folder.put(file, List.of("PK\u0003\u0004 a workbook"));

        assertThat(TestFolder.flaws(folder.write(temp))).extracting(Flaw::file).containsExactly(file);
    }

    @Test
    void aMissingScenarioFileIsReportedAlone() throws IOException {
        TestFolder folder = TestFolder.withOrders(1, 80);
        folder.remove("scenario.toml");

        assertThat(TestFolder.flaws(folder.write(temp))).extracting(Flaw::file).containsExactly("scenario.toml");
    }

    @Test
    void tooManyRowsAreAFlaw() throws IOException {
        TestFolder folder = TestFolder.withOrders(1, 0);
        for (int i = 0; i < 10_001; i++) {
            folder.addLine("parts.csv", "P" + i + ",1,,,");
        }

        assertThat(TestFolder.flaws(folder.write(temp))).singleElement().satisfies(flaw -> {
            assertThat(flaw.found()).isEqualTo("more than 10000 rows");
            assertThat(flaw.line()).isEqualTo(10_002);
        });
    }

    @Test
    void tooManySeriesAreAFlaw() throws IOException {
        TestFolder folder = TestFolder.withOrders(1, 0);
        StringBuilder models = new StringBuilder("SU7|YU7");
        for (int i = 0; i < 900; i++) {
            folder.addLine("products.csv", "M" + i + ",T,1,,,F9,,");
            models.append("|M").append(i);
        }
        folder.addLine("lines.csv", "North,F9," + models + ",1,8,1,5,1,,,,");
        for (int market = 0; market < 12; market++) {
            folder.addLine("markets.csv", "X" + market + ",1,,,,");
            for (int i = 0; i < 900; i++) {
                folder.addLine("quotas.csv", "X" + market + ",M" + i + ",2025-W30..,5,,,");
            }
        }

        assertThat(TestFolder.flaws(folder.write(temp)))
                .hasSize(1000 - 197)
                .allMatch(flaw -> flaw.expected().startsWith("at most 10000 different limits"));
    }

    @Test
    void aLongYearIsPlannedThrough() throws IOException {
        TestFolder folder = TestFolder.withOrders(1, 0);
        folder.setLine("scenario.toml", 2, "start_week = \"2026-W50\"");
        folder.setLine("scenario.toml", 3, "horizon_weeks = 8");
        folder.setLine("scenario.toml", 4, "as_of = 2026-12-06");
        folder.addLine("capacity.csv", "F2,2026-W53,11,,");
        folder.addLine("capacity.csv", "F2,2027-W01..,22,,");
        folder.addLine("orders.csv", "A,2026-12-01,,YU7,Max,,,,2026-W53,2027-W01,,,,");
        ScenarioContents contents = TestFolder.sound(folder.write(temp));

        assertThat(contents.scenario().findLine("F2").orElseThrow().capacity().get(3))
                .isEqualTo(11);
        assertThat(contents.scenario().findLine("F2").orElseThrow().capacity().get(4))
                .isEqualTo(22);
        assertThat(contents.openOrders().earliestBucket(0)).isEqualTo(3);
        assertThat(contents.openOrders().promisedBucket(0)).isEqualTo(4);
    }

    @Test
    void aNameMayHaveLettersOfAnyAlphabet() throws IOException {
        TestFolder folder = TestFolder.withOrders(1, 0);
        folder.addLine("options.csv", "Schiebedach größer,*,,,,,");
        folder.addLine("options.csv", "天窗,*,,,,,");
        folder.addLine("orders.csv", "订单-1,2025-05-05,,YU7,Max,天窗|Schiebedach größer,,,,,,,,");
        ScenarioContents contents = TestFolder.sound(folder.write(temp));

        assertThat(contents.openOrders().id(0)).isEqualTo("订单-1");
        assertThat(contents.openOrders().configuration(0).options()).containsExactly("Schiebedach größer", "天窗");
    }
}
