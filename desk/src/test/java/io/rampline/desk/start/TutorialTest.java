package io.rampline.desk.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.desk.SmallScenario;
import io.rampline.desk.command.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what docs/tutorial.md says, block by block, and compares what comes out with what the page shows. */
class TutorialTest {
    private static final Pattern BLOCK =
            Pattern.compile("(?m)^```(?<kind>\\w+)(?: (?<file>\\S+))?\\n(?<text>(?s:.*?))^```$");
    private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir
    Path folder;

    private int commands;

    @Test
    void whoFollowsTheTutorialSeesWhatItShows() throws Exception {
        String page = Files.readString(
                SmallScenario.example("tiny").resolve("../../docs/tutorial.md").normalize());

        follow(page);

        assertThat(commands).isGreaterThan(12);
    }

    @Test
    void aPageThatShowsSomethingElseIsFound() {
        assertThat(matches("...\nlast", "first\nlast\n")).isTrue();
        assertThat(matches("a ... c", "a b c\n")).isTrue();
        assertThat(matches("first", "first\nlast\n")).isFalse();
        assertThat(matches("20 orders", "21 orders\n")).isFalse();
    }

    private void follow(String page) throws Exception {
        Matcher block = BLOCK.matcher(page);
        while (block.find()) {
            String text = block.group("text");
            if (block.group("file") != null) {
                Path file = folder.resolve(block.group("file"));
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            } else if (block.group("kind").equals("console")) {
                type(text);
            }
        }
    }

    /** Each line that begins with a dollar is typed; what follows it is what the screen shows. */
    private void type(String text) throws Exception {
        String typed = "";
        List<String> shown = new ArrayList<>();
        for (String line : (text + "$ ").split("\n", -1)) {
            if (!line.startsWith("$ ")) {
                shown.add(line);
                continue;
            }
            if (!typed.isEmpty()) {
                String came = typed.startsWith("./rampline ") ? rampline(typed) : shell(typed);
                assertThat(matches(String.join("\n", shown), came))
                        .as("$ %s%n%s%nis what came; the page shows%n%s", typed, came, String.join("\n", shown))
                        .isTrue();
                commands++;
            }
            typed = line.substring(2);
            shown.clear();
        }
    }

    /**
     * Three dots stand for anything: a line of them for any lines, some inside a line for the rest of a word or line.
     */
    private static boolean matches(String shown, String came) {
        String pattern = shown.lines()
                .map(line -> line.equals("...") ? "(?:.*\\n)*" : TutorialTest.line(line) + "\\n")
                .collect(Collectors.joining());
        return Pattern.matches(pattern, came);
    }

    private static String line(String shown) {
        return Stream.of(shown.stripTrailing().split("[.]{3}", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*"))
                + " *";
    }

    private String rampline(String typed) {
        List<String> arguments = new ArrayList<>();
        Matcher argument = ARGUMENT.matcher(typed.substring("./rampline ".length()));
        while (argument.find()) {
            String word = argument.group(1) == null ? argument.group(2) : argument.group(1);
            boolean isPlace = word.equals("briefing") || Files.exists(folder.resolve(word));
            arguments.add(isPlace ? folder.resolve(word).toString() : word);
        }
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(screen, true, StandardCharsets.UTF_8);
        Rampline.run(new Terminal(stream, stream, false, false, false, false), arguments.toArray(String[]::new));
        return screen.toString(StandardCharsets.UTF_8)
                .replace(folder + "/", "")
                .lines()
                // What is under way is not on the page.
                .filter(line -> !line.matches("rampline: (Reading|Writing|Counting|Looking|Living|Promising).*"))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private String shell(String typed) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", typed)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String came = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", typed, came).isZero();
        return came;
    }
}
