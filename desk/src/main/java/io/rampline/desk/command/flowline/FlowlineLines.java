package io.rampline.desk.command.flowline;

import io.rampline.desk.briefing.file.FlowlineFiles;
import io.rampline.desk.briefing.page.FlowlineWords;
import io.rampline.desk.briefing.page.Speech;
import io.rampline.desk.command.Columns;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.flowline.FlowlineReport;
import io.rampline.desk.flowline.FlowlineReport.OfLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is printed about flow lines. */
final class FlowlineLines {
    private static final int HELPS_SHOWN = 3;

    private final Terminal terminal;
    private final Speech speech;
    private final FlowlineWords words;

    FlowlineLines(Terminal terminal, Speech speech) {
        this.terminal = terminal;
        this.speech = speech;
        this.words = new FlowlineWords(speech);
    }

    void print(FlowlineReport report, Path folder) {
        report.lines().forEach(this::print);
        if (report.lines().stream().anyMatch(line -> line.oee().isPresent())) {
            quiet(speech.say(
                    "flow.lines.files", folder.resolve(FlowlineFiles.LINES), folder.resolve(FlowlineFiles.NOISE)));
        }
        quiet("→ " + folder.resolve(FlowlineFiles.PAGE));
    }

    private void quiet(String line) {
        terminal.out().println(terminal.outQuiet(line));
    }

    private void print(OfLine line) {
        var out = terminal.out();
        out.println(terminal.outBold(
                words.headline(line) + " (" + words.interval(line.result().jobsPerHour()) + ")"));
        table(line).lines().forEach(out::println);
        List<String> said = new ArrayList<>(List.of(words.limits(line)));
        said.addAll(words.oee(line));
        said.addAll(words.noise(line));
        line.best().stream().limit(HELPS_SHOWN).forEach(effect -> said.add(words.help(line, effect)));
        said.forEach(one -> out.println("  " + one));
    }

    private Columns table(OfLine line) {
        List<String> heads = words.shareHeads();
        Columns columns = new Columns(row(
                heads.getFirst(),
                heads.subList(1, heads.size()).stream().map(head -> ">" + head).toList()));
        for (int i = 0; i < line.line().stations().size(); i++) {
            columns.add(row(line.line().stations().get(i).name(), words.shares(line, i)));
        }
        return columns;
    }

    private static List<String> row(String first, List<String> others) {
        List<String> row = new ArrayList<>(List.of("  " + first));
        row.addAll(others);
        return row;
    }
}
