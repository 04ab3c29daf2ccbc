package io.rampline.desk.command.pack;

import io.rampline.desk.briefing.file.PackFiles;
import io.rampline.desk.briefing.page.Headline;
import io.rampline.desk.briefing.page.PackFigures;
import io.rampline.desk.briefing.page.PackFigures.Figure;
import io.rampline.desk.briefing.page.Speech;
import io.rampline.desk.briefing.page.Texts;
import io.rampline.desk.command.BriefingLines;
import io.rampline.desk.command.Terminal;
import io.rampline.desk.pack.BoardPack;
import io.rampline.factory.Scenario;
import java.nio.file.Path;
import java.util.List;

/** A board pack on a terminal. */
final class PackLines {
    private final Terminal terminal;
    private final BoardPack pack;
    private final Speech speech;
    private final BriefingLines briefing;

    PackLines(Terminal terminal, BoardPack pack, Texts texts) {
        this.terminal = terminal;
        this.pack = pack;
        this.speech = new Speech(texts);
        this.briefing = new BriefingLines(terminal, pack.briefing(), texts);
    }

    void print(Path folder) {
        Scenario scenario = pack.briefing().scenario();
        line(terminal.outQuiet(scenario.name() + ", " + speech.say("page.as-of", speech.date(scenario.asOf()))));
        line("");
        BriefingLines.wrap(new Headline(pack.briefing(), speech).sentence())
                .forEach(words -> line(terminal.outBold(words)));
        line("");
        briefing.trims();
        line("");
        List<Figure> figures = PackFigures.of(pack, speech);
        int question = figures.stream()
                .mapToInt(figure -> figure.question().length())
                .max()
                .orElse(0);
        int page = figures.stream()
                .mapToInt(figure -> figure.shown().length())
                .max()
                .orElse(0);
        for (Figure figure : figures) {
            line(padded(figure.question(), question) + "  " + terminal.outBold(padded(figure.shown(), page)) + "  "
                    + terminal.outQuiet(figure.chapter().page()));
        }
        line("");
        line(terminal.outQuiet("→ ") + folder.resolve(PackFiles.PAGE));
    }

    private static String padded(String words, int width) {
        return words + " ".repeat(width - words.length());
    }

    private void line(String words) {
        terminal.out().println(words);
    }
}
