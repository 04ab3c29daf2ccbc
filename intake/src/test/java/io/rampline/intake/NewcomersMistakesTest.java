package io.rampline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong on the way from a spreadsheet to a scenario, and the advice that goes with it. */
class NewcomersMistakesTest {
    private static final String ORDERS = """
            order_id,locked_at,model,trim,options
            K-101,2026-11-02,Lugger,Solo,
            K-102,2026-11-05,Barge,Family,HOOD
            K-103,2026-11-09,Lugger,Family,HOOD
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void aScenarioThatIsSound() throws IOException {
        write("scenario.toml", """
                name = "Bikes"
                start_week = "2027-W06"
                horizon_weeks = 40
                as_of = 2027-02-07
                currency = "EUR"
                """);
        write("products.csv", "model,trim,price\nLugger,Solo,4900\nLugger,Family,5600\nBarge,Family,6400\n");
        write("lines.csv", """
                plant,line,models,jobs_per_hour,hours_per_shift,shifts,days_per_week,oee
                Shop,Bench,Lugger|Barge,0.125,8,1,4,1
                """);
        write("options.csv", "option,units_per_week\nHOOD,1\nLAMP,5\n");
        write("orders.csv", ORDERS);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private void change(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(from);
        write(file, text.replace(from, to));
    }

    /** The flaws of the folder, or else its notes. */
    private List<String> said() {
        return switch (ScenarioFolder.read(folder, Progress.NONE)) {
            case Reading.Flawed flawed ->
                flawed.flaws().stream().map(Flaw::toString).toList();
            case Reading.Sound sound ->
                sound.notes().stream().map(Flaw::toString).toList();
        };
    }

    @Test
    void withoutAMistakeNothingIsSaid() {
        assertThat(said()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            maxCharsPerColumn = 400,
            value = {
                "orders.csv => , => ; => commas, maybe a spreadsheet with other regional settings",
                "orders.csv => 2026-11-02 => 02.11.2026 => maybe 2026-11-02",
                "orders.csv => 2026-11-02 => 11/2/2026 => maybe year-month-day",
                "orders.csv => 2026-11-02 => 2.11.26 => maybe 2026-11-02",
                "orders.csv => 2026-11-02 => 31.11.2026 => maybe year-month-day, which would be 2026-11-31: that day",
                "orders.csv => ,2026-11-02 => , => found nothing, expected a date or moment such as 2025-07-06T22:00:00, maybe fill it in",
                "orders.csv => K-101 => '' => found nothing, expected 1 to 64 printable characters, maybe give the order a number, or delete",
                "orders.csv => K-101 => ' K-101' => maybe without the space at its beginning",
                "orders.csv => K-101 => 'K-101 ' => maybe without the space at its end",
                "orders.csv => K-101 => ' K-101 ' => maybe without the spaces around it",
                "products.csv => Barge => ' Barge' => maybe without the space at its beginning",
                "orders.csv => 2026-11-02 => 2027-11-02 => not after as_of, 2027-02-07, maybe as_of in scenario.toml is too early",
                "orders.csv => locked_at => Datum => maybe rename it locked_at, which is missing; or delete the column",
                "orders.csv => order_id => Order ID => maybe \"order_id\"",
                "orders.csv => Lugger,Solo => Luger,Solo => maybe \"Lugger\"",
                "orders.csv => Lugger,Solo => Lugger,solo => maybe \"Solo\"",
                "orders.csv => K-102 => K-101 => it is on line 2 too",
                "orders.csv => Family,HOOD => Family,HOOD LAMP => maybe several in one cell: separate them by |",
                "orders.csv => Family,HOOD => Family,HOOD;LAMP => maybe | between the names",
                "orders.csv => Family,HOOD => Family,TRAILER => expected an option of options.csv, maybe add it",
                "products.csv => 4900 => 4900 EUR => maybe the number alone: 4900",
                "lines.csv => 4,1 => 4,85 => maybe a percentage: divide it by 100",
                "scenario.toml => \"2027-W06\" => 2027-W06 => maybe put it in quotes: \"2027-W06\"",
                "scenario.toml => \"2027-W06\" => \"2027-02-08\" => the week of that day",
                "scenario.toml => 2027-02-07 => 07.02.2027 => maybe write 2027-02-07",
                "scenario.toml => \"EUR\" => EUR => maybe put it in quotes: \"EUR\"",
            })
    void aWrongCellIsToldWithWhatToTry(String file, String from, String to, String advice) throws IOException {
        change(file, from, to);

        assertThat(said())
                .isNotEmpty()
                .first()
                .asString()
                .startsWith(file + ":")
                .contains(advice);
    }

    @Test
    void foreignHeadingsBetweenSemicolonsAreSemicolonsFirst() throws IOException {
        write("orders.csv", "Auftrag;Datum;Modell\nK-101;02.11.2026;Lugger\n");

        assertThat(said()).singleElement().asString().contains("found \";\" between the cells");
    }

    @Test
    void aHeadingInAnotherEncodingIsThatFirst() throws IOException {
        String text = "order_id,locked_at,model,Ausf\u00FChrung\nK-101,2026-11-02,Lugger,Solo\n";
        Files.writeString(folder.resolve("orders.csv"), text, StandardCharsets.ISO_8859_1);

        assertThat(said())
                .singleElement()
                .asString()
                .isEqualTo("orders.csv:1:4: found bytes that are not UTF-8, expected UTF-8 text,"
                        + " maybe save the file as CSV UTF-8");

        Files.writeString(folder.resolve("orders.csv"), text.replace(',', ';'), StandardCharsets.ISO_8859_1);

        assertThat(said()).hasSize(2);
        assertThat(said().getFirst()).contains("1:1: found bytes that are not UTF-8");
        assertThat(said().getLast()).contains("found \";\" between the cells, expected commas");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;", "sep=,", "\"sep=;\"", "SEP=;"})
    void theLineForSpreadsheetsAboveTheHeaderIsToBeDeleted(String line) throws IOException {
        write("orders.csv", line + "\n" + ORDERS);

        assertThat(said())
                .singleElement()
                .asString()
                .contains(
                        "orders.csv:1:1: found \"" + line.replace("\"", "").replace(",", ""), "maybe delete that line");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "orders.csv   | Summe,,,,",
                "orders.csv   | ,,,Total:,",
                "products.csv | Gesamt,,16900",
                "lines.csv    | Summe,,,0.125,8,1,4,"
            })
    void aLineOfTotalsIsOneFlaw(String file, String line) throws IOException {
        String table = Files.readString(folder.resolve(file));
        write(file, table + line + "\n");

        assertThat(said())
                .filteredOn(flaw -> flaw.startsWith(file))
                .singleElement()
                .asString()
                .isEqualTo(
                        file + ":" + (table.lines().count() + 1)
                                + ":1: found a line of totals, expected rows of the table alone, maybe delete the line of totals");
    }

    @Test
    void anOrderMayBeCalledTotal() throws IOException {
        change("orders.csv", "K-101", "Total");

        assertThat(said()).isEmpty();
    }

    @Test
    void aMissingHeaderIsOneFlaw() throws IOException {
        write("orders.csv", ORDERS.substring(ORDERS.indexOf('\n') + 1));

        assertThat(said())
                .singleElement()
                .asString()
                .contains("maybe the header is missing: put it above the first row");
    }

    @Test
    void aWorkbookBesideTheTablesIsNoted() throws IOException {
        Files.delete(folder.resolve("orders.csv"));
        write("orders.xlsx", "PK");

        assertThat(said())
                .singleElement()
                .asString()
                .contains("a workbook, which nobody reads", "maybe save its sheet as CSV UTF-8 named orders.csv");
    }

    @Test
    void anotherEncodingIsNamed() throws IOException {
        change("orders.csv", "Lugger,Solo", "L\u00fcgger,Solo");
        String text = Files.readString(folder.resolve("orders.csv"));
        for (Charset encoding : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16)) {
            Files.writeString(folder.resolve("orders.csv"), text, encoding);

            assertThat(said()).singleElement().asString().contains("CSV UTF-8");
        }
    }

    @Test
    void anEmptyFolderIsToldHowToBegin() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }

        assertThat(said()).first().asString().contains("maybe another folder; rampline new writes a small scenario");
    }
}
