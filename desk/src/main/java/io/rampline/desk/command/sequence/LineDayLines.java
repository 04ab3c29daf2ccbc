package io.rampline.desk.command.sequence;

import io.rampline.desk.briefing.file.LineDayFiles;
import io.rampline.desk.briefing.page.DayWords;
import io.rampline.desk.briefing.page.Speech;
import io.rampline.desk.briefing.page.Texts;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.lineday.DayPlan;
import io.rampline.desk.lineday.LineDaysReport;
import java.nio.file.Path;
import java.util.List;

/** Days of lines for people at a terminal. */
final class LineDayLines {
    private final Terminal terminal;
    private final LineDaysReport report;
    private final DayWords words;

    LineDayLines(Terminal terminal, LineDaysReport report, Texts texts) {
        this.terminal = terminal;
        this.report = report;
        this.words = new DayWords(new Speech(texts));
    }

    void print(Path folder, List<String> questioned) {
        var print = terminal.out();
        List<DayPlan> days = report.days();
        print.println(terminal.outBold(words.headline(days)));
        for (DayPlan day : days) {
            print.println(words.title(day));
            print.println("  " + words.lead(day));
            words.remarks(day).forEach(remark -> print.println(terminal.outQuiet("  " + remark)));
        }
        for (String orderId : questioned) {
            words.why(orderId, days).forEach(print::println);
        }
        words.basis(report).forEach(sentence -> print.println(terminal.outQuiet(sentence)));
        print.println(terminal.outQuiet("→ " + folder.resolve(LineDayFiles.PAGE)));
    }
}
