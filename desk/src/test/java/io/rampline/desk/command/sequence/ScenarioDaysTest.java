package io.rampline.desk.command.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rampline.desk.SmallScenario;
import io.rampline.desk.command.CommandDesk;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.command.TestTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The days of the examples, as a planner asks for them. */
class ScenarioDaysTest {
    @TempDir
    Path folder;

    private final TestTerminal screen = new TestTerminal();

    private int run(String... arguments) {
        Terminal terminal = screen.terminal();
        screen.clear();
        return CommandDesk.run(terminal, "1.2.3", List.of(new SequenceCommand(terminal)), arguments);
    }

    private static String example(String name) {
        return SmallScenario.example(name).toString();
    }

    private JsonNode days(Path of) throws IOException {
        return new ObjectMapper().readTree(of.resolve("line-days.json").toFile());
    }

    @Test
    void theFirstWeekOfTheTinyExampleIsBuiltAsItIsWorkedByHand() throws IOException {
        int code = run("sequence", example("tiny"), "--out", folder.toString(), "--moves", "1000", "--why", "T-01");

        assertThat(code).as(screen.err()).isEqualTo(ExitCode.OK);
        // docs/examples/tiny.md: W10 builds T-07 on N1, T-08 and T-01 on S1, which works two days. A Tour before a
        // City:
        // T-08 is of the earlier priority class.
        assertThat(Files.readAllLines(folder.resolve("shop-floor.csv")).stream()
                        .map(row -> row.substring(0, row.lastIndexOf(','))))
                .containsExactly(
                        "line,date,week,day,place,order_id,market,model,trim,colour,options",
                        "N1,2026-03-02,2026-W10,1,1,T-07,HOME,City,Base,Red,",
                        "S1,2026-03-02,2026-W10,1,1,T-08,HOME,Tour,Long,Red,",
                        "S1,2026-03-03,2026-W10,2,1,T-01,HOME,City,Base,White,");
        assertThat(screen.out())
                .contains("Order T-01 (City Base) stands at place 1 of 1 on line S1 on 3 March 2026.")
                .contains("It is promised to be built in W10 2026");
        assertThat(folder.resolve("line-days.html")).exists();
        assertThat(folder.resolve("shop-floor.html")).exists();
    }

    @Test
    void aDayAskedForAloneIsTheDayOfTheWholeWeek() throws IOException {
        Path whole = folder.resolve("whole");
        Path third = folder.resolve("third");
        List<String> ask = List.of("sequence", example("heat-pumps"), "--line", "N2", "--moves", "20000", "--out");

        assertThat(run(with(ask, whole.toString(), "--week", "2026-W10")))
                .as(screen.err())
                .isEqualTo(ExitCode.OK);
        assertThat(run(with(ask, third.toString(), "--week", "2026-W10", "--day", "3", "--lang", "de")))
                .as(screen.err())
                .isEqualTo(ExitCode.OK);

        JsonNode days = days(whole).at("/weeks/0/days");
        assertThat(days).hasSize(5);
        assertThat(days(third).at("/weeks/0/days")).hasSize(1);
        assertThat(days(third).at("/weeks/0/days/0/fingerprint"))
                .isEqualTo(days.get(2).get("fingerprint"));
        assertThat(days.get(2).get("rules").get(0).get("rule").asText()).isEqualTo("* R290");
        assertThat(screen.out()).contains("Linie N2, 4. März 2026");
    }

    @Test
    void anEarlierOrderIsKeptWithFewExchanges() throws IOException {
        Path before = folder.resolve("before");
        Path after = folder.resolve("after");
        List<String> ask = List.of("sequence", example("heat-pumps"), "--line", "N2", "--week", "2026-W10", "--out");
        assertThat(run(with(ask, before.toString(), "--moves", "2000")))
                .as(screen.err())
                .isEqualTo(ExitCode.OK);
        String file = before.resolve("line-days.json").toString();
        String order = days(before).at("/weeks/0/days/0/sequence/4/order_id").asText();

        int code = run(with(ask, after.toString(), "--keep", file, "--exchanges", "1", "--late", order + "=day2"));

        assertThat(code).as(screen.err()).isEqualTo(ExitCode.OK);
        JsonNode first = days(after).at("/weeks/0/days/0");
        assertThat(first.at("/change/gone/0").asText()).isEqualTo(order);
        assertThat(first.at("/change/come")).hasSize(1);
        assertThat(first.at("/change/moved").size()).isLessThanOrEqualTo(2);
        assertThat(days(after).at("/weeks/0/days/1/change/come/0").asText()).isEqualTo(order);
        assertThat(days(after).at("/weeks/0/days/2/change/gone")).isEmpty();
    }

    @Test
    void carsStandAtFixedPlacesAndSoonEnoughAndKeepThemWhenOthersDropOut() throws IOException {
        Path free = folder.resolve("free");
        Path bound = folder.resolve("bound");
        Path kept = folder.resolve("kept");
        List<String> ask = List.of("sequence", example("heat-pumps"), "--line", "N2", "--week", "2026-W10", "--out");
        assertThat(run(with(ask, free.toString(), "--moves", "2000")))
                .as(screen.err())
                .isEqualTo(ExitCode.OK);
        String first = days(free).at("/weeks/0/days/0/sequence/0/order_id").asText();
        String last = days(free).at("/weeks/0/days/0/sequence/40/order_id").asText();

        String fix = first + "=21";
        String soon = last + "=5";
        assertThat(run(with(ask, bound.toString(), "--moves", "2000", "--fix", fix, "--soon", soon, "--why", first)))
                .as(screen.err())
                .isEqualTo(ExitCode.OK);

        assertThat(place(bound, first)).isEqualTo(21);
        assertThat(place(bound, last)).isLessThanOrEqualTo(5);
        assertThat(screen.out()).contains("Its place is fixed.");

        String file = free.resolve("line-days.json").toString();
        assertThat(run(with(ask, kept.toString(), "--keep", file, "--exchanges", "0", "--fix", fix, "--soon", soon)))
                .as(screen.err())
                .isEqualTo(ExitCode.OK);
        assertThat(place(kept, first)).isEqualTo(21);
        assertThat(place(kept, last)).isEqualTo(5);
        assertThat(days(kept).at("/weeks/0/days/0/change/moved").size()).isLessThanOrEqualTo(4);
    }

    private int place(Path of, String order) throws IOException {
        for (JsonNode car : days(of).at("/weeks/0/days/0/sequence")) {
            if (car.get("order_id").asText().equals(order)) {
                return car.get("place").asInt();
            }
        }
        throw new AssertionError("found no " + order + " on the first day");
    }

    private static String[] with(List<String> ask, String... more) {
        String[] all = ask.toArray(new String[ask.size() + more.length]);
        System.arraycopy(more, 0, all, ask.size(), more.length);
        return all;
    }

    @Test
    void whatCannotBeMeantIsSaid() throws IOException {
        String tiny = example("tiny");
        String to = folder.resolve("out").toString();
        assertThat(run("sequence", tiny, "--out", to, "--line", "N9")).isEqualTo(ExitCode.USAGE);
        assertThat(screen.err()).contains("found --line N9, expected one of N1, S1");
        assertThat(run("sequence", tiny, "--out", to, "--week", "2027-W10")).isEqualTo(ExitCode.USAGE);
        assertThat(screen.err()).contains("expected a week from 2026-W10 to 2026-W21");
        assertThat(run("sequence", tiny, "--out", to, "--day", "8")).isEqualTo(ExitCode.USAGE);
        assertThat(run("sequence", tiny, "--out", to, "--late", "T-01")).isEqualTo(ExitCode.USAGE);
        assertThat(screen.err()).contains("ORDER=day4");
        assertThat(run("sequence", tiny, "--out", to, "--fix", "T-01=day1")).isEqualTo(ExitCode.USAGE);
        assertThat(screen.err()).contains("found --fix T-01=day1, expected ORDER=17, a place from 1");
        assertThat(run("sequence", tiny, "--out", to, "--late", "T-01=3", "--soon", "T-01=2"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(screen.err()).contains("found places for T-01 in --late, --soon and --fix that leave it none");
        assertThat(run("sequence", tiny, "--out", to, "--late", "T-99=day2")).isEqualTo(ExitCode.USAGE);
        assertThat(screen.err()).contains("expected an order that is built in these weeks");
        assertThat(run("sequence", tiny, "--out", to, "--late", "T-01=day3")).isEqualTo(ExitCode.USAGE);
        assertThat(screen.err())
                .contains("found --late T-01=day3, expected a day from 1 to 2; 2026-W10 has no more on line S1");
        assertThat(run("sequence", tiny, "--out", to, "--week", "2026-W20")).isEqualTo(ExitCode.NO_PLAN);
        assertThat(screen.err()).contains("found no car that is promised for the line in 2026-W20");
        assertThat(run(
                        "sequence",
                        tiny,
                        "--out",
                        to,
                        "--keep",
                        folder.resolve("none").toString()))
                .isEqualTo(ExitCode.FILES);
        Path other = Files.writeString(folder.resolve("other.json"), "{}");
        assertThat(run("sequence", tiny, "--out", to, "--keep", other.toString()))
                .isEqualTo(ExitCode.NO_PLAN);
        assertThat(screen.err()).contains("expected the line-days.json of an earlier run");
        assertThat(Path.of(to)).doesNotExist();
    }
}
