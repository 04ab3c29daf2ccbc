package io.rampline.desk.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.desk.SmallScenario;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.TestTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No command writes where somebody keeps what it reads. */
class OutFolderTest {
    private static final Pattern COMMAND = Pattern.compile("(?m)^ {2}([a-z][a-z-]*) {2,}");

    @TempDir
    Path folder;

    private final TestTerminal screen = new TestTerminal();

    private int run(List<String> arguments, String... more) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return Rampline.run(screen.terminal(), all.toArray(String[]::new));
    }

    /** Every command that writes a folder, asked about the scenario {@code mine}. */
    static Stream<List<String>> commands() {
        return Stream.of(
                List.of("brief", "mine"),
                List.of("board-pack", "mine"),
                List.of("demo"),
                List.of("timetable", "mine"),
                List.of("simulate", "mine", "--futures", "10"),
                List.of("sweep", "mine", "--futures", "10"),
                List.of("sequence", "mine"),
                List.of("money", "mine"),
                List.of("flowline", "mine"),
                List.of("backtest", "mine", "--as-of", "2026-01-01"),
                List.of("export"));
    }

    @Test
    void everyCommandThatWritesAFolderIsTriedHere() {
        run(List.of("--help"));
        String help = screen.out();
        List<String> all = COMMAND.matcher(help.substring(help.indexOf("Commands:"), help.indexOf("Exit codes:")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        TreeSet<String> writing = new TreeSet<>();
        for (String command : all) {
            screen.clear();
            run(List.of(command, "--help"));
            if (screen.out().contains("--out")) {
                writing.add(command);
            }
        }

        assertThat(writing)
                .isEqualTo(new TreeSet<>(commands().map(List::getFirst).toList()));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void nothingIsWrittenIntoAScenario(List<String> command) throws IOException {
        Path mine = scenario("mine");
        Path other = scenario("other");
        SortedMap<String, String> before = contents(folder);

        for (Path out : List.of(mine, other, mine.resolve("../mine/."))) {
            screen.clear();
            assertThat(run(placed(command), "--out", out.toString()))
                    .as(screen.err())
                    .isEqualTo(ExitCode.FILES);
            assertThat(screen.err()).contains("cannot write to " + out, "scenario.toml", "Maybe choose another name");
        }

        assertThat(contents(folder)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void nothingIsWrittenIntoWhatWasReadUnderAnotherName(List<String> command) throws IOException {
        Path mine = scenario("mine");
        Files.createSymbolicLink(folder.resolve("link"), mine);
        SortedMap<String, String> before = contents(folder);

        assertThat(run(placed(command), "--out", folder.resolve("link").toString()))
                .as(screen.err())
                .isEqualTo(ExitCode.FILES);
        boolean readsMine = command.contains("mine");
        if (readsMine) {
            assertThat(run(placed(command), "--out", mine.resolve("outturn").toString()))
                    .as(screen.err())
                    .isEqualTo(ExitCode.FILES);
            assertThat(screen.err()).contains("the command reads " + mine + " from there");
        }

        assertThat(contents(folder)).isEqualTo(before);
    }

    @Test
    void noTablesAreWrittenBesideAFileThatIsRead() throws IOException {
        Path stations =
                Files.copy(SmallScenario.example("flow-line").resolve("stations.csv"), folder.resolve("stations.csv"));
        SortedMap<String, String> before = contents(folder);

        assertThat(run(List.of("flowline", stations.toString()), "--out", folder.toString()))
                .isEqualTo(ExitCode.FILES);

        assertThat(screen.err()).contains("the command reads " + stations + " from there");
        assertThat(contents(folder)).isEqualTo(before);
    }

    @Test
    void aSequenceGoesBesideItsDayAndNeverInItsPlace() throws IOException {
        Path day = Files.writeString(folder.resolve("day.txt"), "1 1 1\n1\n2\n0 1 1\n");
        List<String> command = List.of("sequence", day.toString(), "--moves", "10");

        assertThat(run(command, "--out", folder.resolve("order.txt").toString()))
                .as(screen.err())
                .isEqualTo(ExitCode.OK);
        assertThat(run(command, "--out", folder.resolve("order.txt").toString()))
                .as("again, over its own result")
                .isEqualTo(ExitCode.OK);
        SortedMap<String, String> before = contents(folder);
        assertThat(run(command, "--out", day.toString())).isEqualTo(ExitCode.FILES);

        assertThat(screen.err()).contains("cannot write to " + day + ": the command reads it");
        assertThat(contents(folder)).isEqualTo(before);
    }

    @Test
    void aSequenceIsNoneOfTheFilesOfItsDay() throws IOException {
        Path day = Files.createDirectories(folder.resolve("plant"));
        Files.writeString(day.resolve("cars.csv"), "car,colour,options\n1,1,roof\n2,1,\n");
        Files.writeString(day.resolve("ratios.csv"), "ratio,option,most,in,priority\nroof,roof,1,2,high\n");
        List<String> command = List.of("sequence", day.toString(), "--format", "plant", "--moves", "10");
        SortedMap<String, String> before = contents(folder);

        assertThat(run(command, "--out", day.resolve("cars.csv").toString())).isEqualTo(ExitCode.FILES);
        assertThat(screen.err()).contains("the command reads it");
        assertThat(contents(folder)).isEqualTo(before);
        assertThat(run(command, "--out", day.resolve("order.csv").toString()))
                .as(screen.err())
                .isEqualTo(ExitCode.OK);
        assertThat(contents(folder)).containsAllEntriesOf(before);
    }

    @Test
    void theScenarioOfARecordDoesNotTakeThePlaceOfAnother() throws IOException {
        scenario("scenario");
        SortedMap<String, String> before = contents(folder);

        assertThat(run(List.of("export", "--data", folder.resolve("data").toString()), "--out", folder.toString()))
                .isEqualTo(ExitCode.FILES);

        assertThat(screen.err()).contains("it holds scenario and no record");
        assertThat(contents(folder)).isEqualTo(before);
    }

    private List<String> placed(List<String> command) {
        List<String> placed = new ArrayList<>(command.stream()
                .map(word -> word.equals("mine") ? folder.resolve("mine").toString() : word)
                .toList());
        if (command.contains("export")) {
            placed.addAll(List.of("--data", folder.resolve("data").toString()));
        }
        return placed;
    }

    /** With everything that some command asks for, and a history. */
    private Path scenario(String name) throws IOException {
        Path scenario = Files.createDirectories(folder.resolve(name));
        SmallScenario.in(scenario).with("outturn/deliveries.csv", "from,to,model,units\n");
        return scenario;
    }

    private static SortedMap<String, String> contents(Path folder) throws IOException {
        SortedMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                contents.put(file.toString(), Files.isRegularFile(file) ? Files.readString(file) : "");
            }
        }
        return contents;
    }
}
