package io.rampline.desk.command.backtest;

import io.rampline.desk.backtest.BacktestReport;
import io.rampline.desk.briefing.file.BacktestFiles;
import io.rampline.desk.briefing.page.BacktestWords;
import io.rampline.desk.briefing.page.Speech;
import io.rampline.desk.command.Columns;
import io.rampline.desk.command.Terminal;
import io.rampline.simulation.backtest.Comparison;
import java.nio.file.Path;
import java.util.List;

/** What a back-test came to, for people at a terminal. */
final class BacktestLines {
    private final Terminal terminal;
    private final BacktestReport report;
    private final Speech speech;
    private final BacktestWords words;

    BacktestLines(Terminal terminal, BacktestReport report, Speech speech) {
        this.terminal = terminal;
        this.report = report;
        this.speech = speech;
        this.words = new BacktestWords(report, speech);
    }

    void print(Path folder) {
        line(terminal.outBold(report.scenario().name() + ", "
                + speech.say("page.as-of", speech.date(report.forecast().asOf()))));
        line(terminal.outQuiet(words.basis()));
        line(terminal.outQuiet(
                speech.say("backtest.futures", speech.number(report.futures()), Long.toString(report.seed()))));
        words.remarks().forEach(remark -> line(terminal.outAlert(remark)));
        line("");
        table(words.monthHeads(), words.months());
        scores(speech.say("backtest.outturn"), report.comparison());
        words.rollingTitle().ifPresent(title -> scores(title, report.rolledTogether()));
        line("");
        line(terminal.outBold(folder.resolve(BacktestFiles.PAGE).toString()));
        line(terminal.outQuiet(
                speech.say("lines.beside", String.join(", ", BacktestFiles.FORECAST, BacktestFiles.SCORE))));
    }

    private void scores(String title, Comparison comparison) {
        if (comparison.pairs().isEmpty()) {
            return;
        }
        line("");
        line(title);
        table(words.scoreHeads(), words.scores(comparison.byModel()));
    }

    private void table(List<String> heads, List<List<String>> rows) {
        Columns columns = new Columns(heads);
        rows.forEach(columns::add);
        List<String> lines = columns.lines();
        line("  " + terminal.outQuiet(lines.getFirst()));
        lines.subList(1, lines.size()).forEach(row -> line("  " + row));
    }

    private void line(String words) {
        terminal.out().println(words);
    }
}
