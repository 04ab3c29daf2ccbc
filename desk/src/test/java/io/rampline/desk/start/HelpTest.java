package io.rampline.desk.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.TestTerminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HelpTest {
    private static final Pattern NAME = Pattern.compile("(?m)^ {2}([a-z][a-z-]*) {2,}");

    /** The parser of commands warns here, not on the terminal it was given, of a text that it cannot format. */
    private static String warnings(Runnable work) {
        PrintStream before = System.err;
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        System.setErr(new PrintStream(seen, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(before);
        }
        return seen.toString(StandardCharsets.UTF_8);
    }

    private static String help(String... arguments) {
        TestTerminal screen = new TestTerminal();
        assertThat(Rampline.run(screen.terminal(), arguments)).isEqualTo(ExitCode.OK);
        return screen.out();
    }

    @Test
    void theHelpNamesWhatCtrlCEndsWith() {
        assertThat(help("--help")).containsPattern("130 +ended by Ctrl-C");
    }

    @Test
    void everyCommandHasHelpWithoutAWarning() {
        String all = help("--help");
        List<String> commands = NAME.matcher(all.substring(all.indexOf("Commands:"), all.indexOf("Exit codes:")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();

        assertThat(commands).contains("brief", "timetable", "serve").hasSizeGreaterThan(20);
        for (String command : commands) {
            String[] said = {""};
            assertThat(warnings(() -> said[0] = help(command, "--help")))
                    .as(command)
                    .isEmpty();
            assertThat(said[0])
                    .as(command)
                    .contains("Usage: rampline " + command)
                    .doesNotContain("......");
        }
    }
}
