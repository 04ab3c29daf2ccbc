package io.rampline.desk.command;

import io.rampline.desk.briefing.Briefing;
import io.rampline.desk.briefing.Outlook;
import io.rampline.desk.briefing.Outlook.Course;
import io.rampline.desk.briefing.TrimWait;
import io.rampline.desk.briefing.file.BriefingFiles;
import io.rampline.desk.briefing.page.Headline;
import io.rampline.desk.briefing.page.Speech;
import io.rampline.desk.briefing.page.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The briefing on a terminal. */
public final class BriefingLines {
    private static final int WIDTH = 78;

    private final Terminal terminal;
    private final Briefing briefing;
    private final Speech speech;

    public BriefingLines(Terminal terminal, Briefing briefing, Texts texts) {
        this.terminal = terminal;
        this.briefing = briefing;
        this.speech = new Speech(texts);
    }

    void print(Path folder) {
        Headline headline = new Headline(briefing, speech);
        String title = briefing.scenario().name() + ", "
                + speech.say("page.as-of", speech.date(briefing.scenario().asOf()));
        line(terminal.outQuiet(title));
        line("");
        wrap(headline.sentence()).forEach(words -> line(terminal.outBold(words)));
        line("");
        int width = headline.answers().stream()
                .mapToInt(answer -> answer.question().length())
                .max()
                .orElse(0);
        for (Headline.Answer answer : headline.answers()) {
            String question =
                    answer.question() + " ".repeat(width - answer.question().length());
            String about = answer.about().isEmpty() ? "" : "  " + terminal.outQuiet("(" + answer.about() + ")");
            line(terminal.outQuiet(question) + "  " + terminal.outBold(answer.figure()) + about);
        }
        line("");
        trims();
        line("");
        limits();
        line("");
        files(folder);
    }

    private void line(String words) {
        terminal.out().println(words);
    }

    /** What each trim is told. */
    public void trims() {
        boolean posted =
                briefing.waits().stream().anyMatch(wait -> wait.posted().isPresent());
        List<String> heads = new ArrayList<>(List.of(speech.say("trims.trim"), ">" + speech.say("trims.quote")));
        if (posted) {
            heads.addAll(List.of(">" + speech.say("trims.posted"), ">" + speech.say("trims.difference")));
        }
        heads.addAll(List.of(
                ">" + speech.say("lines.open"),
                ">" + speech.say("lines.median"),
                ">" + speech.say("lines.longest"),
                speech.say("trims.cause")));
        Columns columns = new Columns(heads);
        boolean severalMarkets = briefing.waits().stream()
                        .map(wait -> wait.trim().market())
                        .distinct()
                        .count()
                > 1;
        for (TrimWait wait : briefing.waits()) {
            List<String> cells = new ArrayList<>();
            cells.add(
                    wait.trim().product() + (severalMarkets ? " " + wait.trim().market() : ""));
            cells.add(weeks(wait.quote().weeks(), true));
            if (posted) {
                cells.add(wait.posted()
                        .map(range -> speech.range(range.low(), range.high()))
                        .orElse("–"));
                cells.add(
                        wait.difference().isPresent()
                                ? speech.signed(wait.difference().getAsDouble())
                                : "–");
            }
            cells.add(speech.number(wait.fromNow().all()));
            cells.add(weeks(wait.fromNow().median(), wait.fromNow().all() > 0));
            cells.add(weeks(wait.fromNow().longest(), wait.fromNow().all() > 0));
            cells.add(wait.cause().map(speech::cause).orElse("–"));
            columns.add(cells);
        }
        table(columns);
    }

    private String weeks(OptionalInt weeks, boolean any) {
        if (!any) {
            return "–";
        }
        return weeks.isPresent() ? speech.number(weeks.getAsInt()) : speech.say("beyond.short");
    }

    private void limits() {
        Outlook outlook = briefing.outlook();
        List<String> heads = new ArrayList<>(List.of(speech.say("limits.limit"), speech.say("limits.unordered")));
        List<Course> courses = new ArrayList<>(List.of(outlook.unordered()));
        if (!outlook.expected().isEmpty()) {
            heads.addAll(List.of(speech.say("limits.low"), speech.say("limits.mid"), speech.say("limits.high")));
            courses.addAll(outlook.expected());
        }
        Columns columns = new Columns(heads);
        for (int limit : Briefing.WAIT_LIMITS_WEEKS) {
            List<String> cells = new ArrayList<>();
            cells.add(speech.say("limits.below", speech.weeks(limit)));
            courses.forEach(course -> cells.add(end(course.firstBelow(limit))));
            columns.add(cells);
        }
        table(columns);
    }

    private String end(Optional<Integer> below) {
        return below.map(index -> index == 0
                        ? speech.say("limits.already")
                        : speech.week(briefing.outlook().first().plus(index)))
                .orElse(speech.say("beyond.short"));
    }

    private void table(Columns columns) {
        List<String> lines = columns.lines();
        line(terminal.outQuiet(lines.getFirst()));
        lines.subList(1, lines.size()).forEach(this::line);
    }

    private void files(Path folder) {
        line(terminal.outBold(folder.resolve(BriefingFiles.PAGE).toString()));
        List<String> others = BriefingFiles.NAMES.stream()
                .filter(name -> !name.equals(BriefingFiles.PAGE))
                .toList();
        line(terminal.outQuiet(speech.say("lines.beside", String.join(", ", others))));
    }

    /** Lines of the usual width. */
    public static List<String> wrap(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
