package io.rampline.desk.command.sequence;

import io.rampline.desk.command.Terminal;
import io.rampline.sequence.day.Aim;
import io.rampline.sequence.day.Ratio;
import io.rampline.sequence.shop.ShopFloor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a search came to, for people at a terminal. */
final class OutcomeLines {
    private final Terminal terminal;
    private final Outcome outcome;

    OutcomeLines(Terminal terminal, Outcome outcome) {
        this.terminal = terminal;
        this.outcome = outcome;
    }

    void print(Path file, List<String> questioned) {
        terminal.out().println(terminal.outBold(headline()));
        for (Aim aim : outcome.day().aims()) {
            long count = outcome.verdict().counts().of(aim);
            long bound = outcome.found().bounds().of(aim);
            terminal.out()
                    .printf(
                            Locale.ROOT,
                            "  %-40s %,9d  %s%n",
                            title(aim),
                            count,
                            terminal.outQuiet(
                                    count == bound ? "no order has less" : "no order has less than " + bound));
        }
        List<String> worst = violated();
        if (!worst.isEmpty()) {
            terminal.out().println("  violated: " + String.join(", ", worst));
        }
        for (String warning : outcome.verdict().warnings()) {
            terminal.out().println(terminal.outAlert("  " + warning));
        }
        if (outcome.found().moves() > 0) {
            printEffort();
        }
        terminal.out().println("  " + file);
        questioned.forEach(this::explain);
    }

    private void explain(String ident) {
        List<Integer> order = outcome.found().order();
        for (int place = 0; place < order.size(); place++) {
            if (outcome.day().cars().get(order.get(place)).ident().equals(ident)) {
                ShopFloor.why(outcome.day(), order, place).forEach(terminal.out()::println);
                return;
            }
        }
        terminal.out().println(terminal.outAlert("Car " + ident + " is not among the cars of the day."));
    }

    private void printEffort() {
        terminal.out()
                .println(terminal.outQuiet(String.format(
                        Locale.ROOT,
                        "  %,d moves in %.1f s, %.1f million a second; this one found after %.1f s; seed %d",
                        outcome.found().moves(),
                        outcome.seconds(),
                        outcome.movesPerSecond() / 1e6,
                        outcome.secondsToBest(),
                        outcome.seed())));
    }

    private String headline() {
        String proof = outcome.found().isProvenOptimal() ? ", proven to be the best" : "";
        String worth = switch (outcome.format()) {
            case roadef2005, plant, scenario -> String.format(Locale.ROOT, "mark %,d", outcome.mark());
            case csplib ->
                outcome.verdict().counts().high() == 0
                        ? "every ratio kept"
                        : outcome.verdict().counts().high() + " violations";
        };
        return outcome.day().name() + ": " + outcome.day().cars().size() + " cars, " + worth + proof;
    }

    private static String title(Aim aim) {
        return switch (aim) {
            case HIGH_RATIOS -> "violations of high priority";
            case LOW_RATIOS -> "violations of low priority";
            case COLOUR_CHANGES -> "changes of colour";
        };
    }

    private List<String> violated() {
        List<String> lines = new ArrayList<>();
        for (int r = 0; r < outcome.day().ratios().size(); r++) {
            Ratio ratio = outcome.day().ratios().get(r);
            long found = outcome.verdict().violations().get(r);
            if (found > 0) {
                lines.add(ratio.name() + " " + ratio.most() + "/" + ratio.in() + ": " + found);
            }
        }
        return lines;
    }
}
