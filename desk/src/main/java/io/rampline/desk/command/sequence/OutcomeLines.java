package io.rampline.desk.command.sequence;

import io.rampline.desk.briefing.page.PlaceWords;
import io.rampline.desk.briefing.page.Speech;
import io.rampline.desk.command.Terminal;
import io.rampline.sequence.day.Aim;
import io.rampline.sequence.day.Car;
import io.rampline.sequence.day.LineDay;
import io.rampline.sequence.day.Ratio;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a search came to, for people at a terminal. */
final class OutcomeLines {
    private final Terminal terminal;
    private final Outcome outcome;
    private final LineDay day;
    private final Speech speech;

    OutcomeLines(Terminal terminal, Outcome outcome, Speech speech) {
        this.terminal = terminal;
        this.outcome = outcome;
        this.day = outcome.day();
        this.speech = speech;
    }

    void print(Path file, List<String> questioned) {
        line(terminal.outBold(headline()));
        outcome.kept()
                .ifPresent(kept -> line("  "
                        + speech.say(
                                "sequence.earlier",
                                speech.number(kept.kept()),
                                speech.number(kept.gone()),
                                speech.number(kept.come()))));
        for (Aim aim : day.aims()) {
            long count = outcome.verdict().counts().of(aim);
            long bound = outcome.found().bounds().of(aim);
            String proof = count == bound
                    ? speech.say("sequence.bound.met")
                    : speech.say("sequence.bound", speech.number(bound));
            line(String.format(
                    Locale.ROOT, "  %-40s %9s  %s", title(aim), speech.number(count), terminal.outQuiet(proof)));
        }
        List<String> worst = violated();
        if (!worst.isEmpty()) {
            line("  " + speech.say("sequence.violated", String.join(", ", worst)));
        }
        if (!outcome.verdict().warnings().isEmpty()) {
            line(terminal.outAlert("  " + speech.say("lineday.run-over", speech.number(day.runMax()))));
        }
        if (outcome.found().moves() > 0) {
            line(terminal.outQuiet("  " + effort()));
        }
        line("  " + file);
        questioned.forEach(this::explain);
    }

    private void explain(String ident) {
        List<Integer> order = outcome.found().order();
        for (int place = 0; place < order.size(); place++) {
            if (day.cars().get(order.get(place)).ident().equals(ident)) {
                why(order, place).forEach(this::line);
                return;
            }
        }
        line(terminal.outAlert(speech.say("sequence.why.unknown", ident)));
    }

    private List<String> why(List<Integer> order, int place) {
        Car car = day.cars().get(order.get(place));
        int last = order.size() - 1;
        List<String> said = new ArrayList<>();
        said.add(speech.say("sequence.why.place", car.ident(), speech.number(place + 1), speech.number(order.size())));
        if (car.earliest() > 0 || car.latest() < last) {
            said.add(speech.say(
                    "sequence.why.bounds",
                    speech.number(car.earliest() + 1),
                    speech.number(Math.min(car.latest(), last) + 1)));
        }
        said.addAll(new PlaceWords(speech).reasons(day, order, place, Integer.toString(car.colour())));
        return said;
    }

    private String effort() {
        return speech.say(
                "sequence.effort",
                speech.number(outcome.found().moves()),
                speech.decimal(outcome.seconds()),
                speech.decimal(outcome.movesPerSecond() / 1e6),
                speech.decimal(outcome.secondsToBest()),
                Long.toString(outcome.seed()));
    }

    private String headline() {
        String worth = switch (outcome.format()) {
            case roadef2005, plant, scenario -> speech.say("sequence.mark", speech.number(outcome.mark()));
            case csplib ->
                outcome.verdict().counts().high() == 0
                        ? speech.say("sequence.kept")
                        : speech.count(
                                "sequence.violations",
                                outcome.verdict().counts().high());
        };
        return speech.say(
                outcome.found().isProvenOptimal() ? "sequence.headline.best" : "sequence.headline",
                day.name(),
                speech.count("lineday.cars", day.cars().size()),
                worth);
    }

    private String title(Aim aim) {
        return switch (aim) {
            case HIGH_RATIOS -> speech.say("sequence.aim.high");
            case LOW_RATIOS -> speech.say("sequence.aim.low");
            case COLOUR_CHANGES -> speech.say("sequence.aim.colours");
        };
    }

    private List<String> violated() {
        List<String> lines = new ArrayList<>();
        for (int r = 0; r < day.ratios().size(); r++) {
            Ratio ratio = day.ratios().get(r);
            long found = outcome.verdict().violations().get(r);
            if (found > 0) {
                lines.add(ratio.name() + " " + ratio.most() + "/" + ratio.in() + ": " + speech.number(found));
            }
        }
        return lines;
    }

    private void line(String words) {
        terminal.out().println(words);
    }
}
