package io.rampline.desk.briefing.file;

import static org.assertj.core.api.Assertions.assertThat;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rampline.desk.SmallScenario;
import io.rampline.desk.briefing.Briefing;
import io.rampline.desk.briefing.BriefingCount;
import io.rampline.desk.briefing.PromisedBook;
import io.rampline.desk.briefing.page.Texts;
import io.rampline.desk.futures.FuturesRun;
import io.rampline.factory.Week;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A figure that appears twice is the same figure. */
class AgreementTest {
    @TempDir
    Path folder;

    private JsonNode summary;
    private List<List<String>> promises;

    @BeforeEach
    void startWithNothing() {
        promises = List.of();
    }

    private void brief(String example) throws IOException {
        PromisedBook book = SmallScenario.bookOf(SmallScenario.example(example));
        Briefing briefing = BriefingCount.of(book);
        BriefingFiles.write(folder, book, briefing, Texts.english(), written -> {});
        summary = new ObjectMapper()
                .readTree(folder.resolve(BriefingFiles.SUMMARY).toFile());
        promises = rows(BriefingFiles.PROMISES_CSV);
    }

    private List<List<String>> rows(String file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(file))) {
            rows.add(List.of(line.split(",", -1)));
        }
        return rows.subList(1, rows.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny", "heat-pumps"})
    void theSummaryCountsTheRowsOfThePromises(String example) throws IOException {
        brief(example);

        assertThat(promises).hasSize(summary.get("orders").asInt());
        long beyond = promises.stream().filter(row -> row.get(2).isEmpty()).count();
        assertThat(summary.get("beyond_horizon").asLong()).isEqualTo(beyond);
        assertThat(summary.get("promised").asLong()).isEqualTo(promises.size() - beyond);
        assertThat(promises.stream().filter(row -> row.get(2).isEmpty()).map(row -> row.get(6)))
                .allMatch("beyond horizon"::equals);
        int orders = 0;
        for (JsonNode wait : summary.get("waits")) {
            orders += wait.get("orders").asInt();
        }
        assertThat(orders).isEqualTo(promises.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny", "heat-pumps"})
    void theLongestWaitIsThatOfTheLastPromise(String example) throws IOException {
        brief(example);

        Week asOf = Week.parse(summary.get("as_of_week").asText());
        int longest = promises.stream()
                .filter(row -> !row.get(3).isEmpty())
                .mapToInt(row -> Week.parse(row.get(3)).since(asOf))
                .max()
                .orElseThrow();
        assertThat(summary.get("longest_weeks").asInt()).isEqualTo(longest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny", "heat-pumps"})
    void theBucketsOfTheLinesHoldThePromisedBuilds(String example) throws IOException {
        brief(example);

        Map<String, Integer> built = new TreeMap<>();
        for (List<String> row : promises) {
            if (!row.get(2).isEmpty()) {
                built.merge("line " + row.get(1) + " " + row.get(2), 1, Integer::sum);
            }
        }
        Map<String, Integer> promised = new TreeMap<>();
        for (List<String> row : rows(BriefingFiles.BUCKETS)) {
            if (row.get(0).startsWith("line ") && !row.get(3).equals("0")) {
                promised.put(row.get(0) + " " + row.get(1), Integer.parseInt(row.get(3)));
            }
        }
        assertThat(promised).isEqualTo(built);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny", "heat-pumps"})
    void theBankOfEachWeekIsTheOneBeforeWithWhatCameAndWent(String example) throws IOException {
        brief(example);

        int bank = 0;
        int lastPast = 0;
        for (JsonNode week : summary.get("backlog_by_week")) {
            bank += week.get("locked").asInt()
                    - week.get("cancelled").asInt()
                    - week.get("delivered").asInt();
            assertThat(week.get("backlog").asInt())
                    .as(week.get("week").asText())
                    .isEqualTo(bank);
            lastPast = week.get("past").asBoolean() ? bank : lastPast;
        }
        assertThat(lastPast).isEqualTo(summary.get("orders").asInt());
        assertThat(bank).isEqualTo(summary.get("beyond_horizon").asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny", "heat-pumps"})
    void thePageShowsTheFiguresOfTheSummary(String example) throws IOException {
        brief(example);

        String page = Files.readString(folder.resolve(BriefingFiles.PAGE));
        assertThat(page).contains(String.format(Locale.ROOT, "%,d orders are waiting", promises.size()));
        for (JsonNode wait : summary.get("waits")) {
            assertThat(page)
                    .contains("<td class=\"number strong\">"
                            + wait.get("quoted_weeks").asText() + "</td>");
        }
        assertThat(page).contains("longest " + summary.get("longest_weeks").asText() + " weeks");
    }

    @Test
    void parquetHoldsTheRowsOfTheCsv() throws IOException {
        brief("heat-pumps");

        List<List<String>> read = new ArrayList<>();
        try (Stream<List<String>> rows = ParquetReader.streamContent(
                folder.resolve(BriefingFiles.PROMISES_PARQUET).toFile(), new RowHydrator())) {
            rows.forEach(read::add);
        }
        assertThat(read).isEqualTo(promises);
    }

    /** Puts the cells of a Parquet row into the order of the CSV. */
    private static final class RowHydrator implements Hydrator<Map<String, String>, List<String>, String[]> {
        @Override
        public Map<String, String> start() {
            return new TreeMap<>();
        }

        @Override
        public Map<String, String> add(Map<String, String> row, String[] path, Object value) {
            row.put(path[0], String.valueOf(value));
            return row;
        }

        @Override
        public List<String> finish(Map<String, String> row) {
            return PromiseRows.COLUMNS.stream()
                    .map(column -> row.getOrDefault(column, "").replace("null", ""))
                    .toList();
        }
    }

    @Test
    void windowsFollowTheRuleAndBeginNoEarlierThanNextWeek() throws IOException {
        Path scenario = Files.createDirectory(folder.resolve("small"));
        PromisedBook book = SmallScenario.in(scenario).book();
        BriefingFiles.write(folder, book, BriefingCount.of(book), Texts.english(), written -> {});

        assertThat(rows(BriefingFiles.PROMISES_CSV))
                .containsExactly(
                        List.of("A", "L", "2026-W02", "2026-W02", "2026-W02", "2026-W04", "", "none"),
                        List.of("B", "L", "2026-W02", "2026-W02", "2026-W02", "2026-W04", "", "none"),
                        List.of("C", "L", "2026-W03", "2026-W03", "2026-W02", "2026-W05", "", "line L"),
                        List.of("D", "L", "2026-W03", "2026-W03", "2026-W02", "2026-W05", "", "line L"),
                        List.of("E", "L", "2026-W04", "2026-W04", "2026-W03", "2026-W06", "", "line L"));
    }

    @Test
    void windowsFromFuturesStandInPlaceOfTheRule() throws IOException {
        Path scenario = Files.createDirectory(folder.resolve("small"));
        SmallScenario small = SmallScenario.in(scenario);
        PromisedBook book = small.book();
        PromisedBook counted = book.with(FuturesRun.windows(book.contents(), 300, 1, (done, most) -> {}));
        BriefingFiles.write(folder, counted, BriefingCount.of(counted), Texts.english(), written -> {});

        List<List<String>> rows = rows(BriefingFiles.PROMISES_CSV);
        assertThat(rows).allSatisfy(row -> assertThat(row.get(6)).matches("[01]\\.\\d{4}"));
        assertThat(rows.getFirst().get(4)).isEqualTo("2026-W02");
        JsonNode futures = new ObjectMapper()
                .readTree(folder.resolve(BriefingFiles.SUMMARY).toFile())
                .get("planning_window")
                .get("futures");
        assertThat(futures.get("futures").asInt()).isEqualTo(300);
        assertThat(Files.readString(folder.resolve(BriefingFiles.PAGE))).contains("counted in 300 futures");
    }
}
