package io.rampline.desk.command;

import io.rampline.factory.Resource;
import io.rampline.promise.WhySoLate;
import io.rampline.promise.WhySoLate.Cause;
import io.rampline.promise.WhySoLate.Stretch;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "why",
        description = "Says why an order comes when it comes: week by week what has no room for it.",
        footerHeading = "%nExample:%n",
        footer = "  rampline why examples/tiny T-10")
final class WhyCommand implements Callable<Integer> {
    private static final int RELIEFS_SHOWN = 5;

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "SCENARIO", description = "The scenario folder.")
    private Path scenario = Path.of("");

    @Parameters(index = "1", paramLabel = "ORDER_ID", description = "An open order.")
    private String orderId = "";

    WhyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        OrderQuestion question = OrderQuestion.of(scenario, orderId, terminal);
        WhySoLate why = question.book().engine().whySoLate(question.row());
        terminal.out().println(terminal.outBold(question.order()));
        terminal.out().println(question.promise());
        terminal.out().println();
        if (why.stretches().isEmpty()) {
            terminal.out().println("It gets the first week there is.");
        } else {
            Columns columns = new Columns(List.of("Weeks of building", ">Weeks", "What has no room for it"));
            why.stretches().forEach(stretch -> columns.add(row(question, stretch)));
            columns.lines().forEach(line -> terminal.out().println(line));
        }
        reliefs(question, why);
        return ExitCode.OK;
    }

    private static List<String> row(OrderQuestion question, Stretch stretch) {
        String from = question.book().horizon().week(stretch.fromBucket()).toString();
        String to = question.book().horizon().week(stretch.toBucket()).toString();
        return List.of(
                from.equals(to) ? from : from + " to " + to,
                Integer.toString(stretch.weeks()),
                cause(stretch.cause(), resources(question, stretch.resources())));
    }

    private static String resources(OrderQuestion question, List<Integer> numbers) {
        List<Resource> all = question.book().engine().network().resources();
        return numbers.stream().map(number -> all.get(number).label()).collect(Collectors.joining(" + "));
    }

    private static String cause(Cause cause, String resources) {
        return switch (cause) {
            case QUEUE_AHEAD -> resources + ": full with orders ahead";
            case LINE_STANDS -> resources + ": does not work";
            case PART -> resources + ": not there";
            case OPTION -> resources + ": used up";
            case ALLOCATION -> resources + ": used up, or kept for others";
            case MARKET_OPENS -> "the market is not open yet";
            case CUSTOMER -> "the customer does not want it earlier";
            case FREE_NOW -> "there is room now";
            case TRANSIT -> "on the way to the customer";
        };
    }

    private void reliefs(OrderQuestion question, WhySoLate why) {
        if (why.reliefs().isEmpty()) {
            return;
        }
        terminal.out().println();
        terminal.out().println("One unit more would do, of:");
        why.reliefs().stream()
                .limit(RELIEFS_SHOWN)
                .forEach(relief -> terminal.out()
                        .println("  " + resources(question, List.of(relief.resource())) + " in "
                                + question.book().horizon().week(relief.bucket()) + ": built in "
                                + question.book().horizon().week(relief.buildBucket())));
        int more = why.reliefs().size() - RELIEFS_SHOWN;
        if (more > 0) {
            terminal.out().println("  and " + more + " more, each for a later week");
        }
    }
}
