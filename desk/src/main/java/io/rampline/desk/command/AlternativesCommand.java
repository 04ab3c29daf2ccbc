package io.rampline.desk.command;

import io.rampline.factory.Week;
import io.rampline.promise.SwapMenu.Offer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "alternatives",
        description = {
            "Lists what the customer could have earlier instead.",
            "Every offer is free: taking it moves nobody else to a later week."
        },
        footerHeading = "%nExample:%n",
        footer = "  rampline alternatives examples/tiny T-10")
final class AlternativesCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "SCENARIO", description = "The scenario folder.")
    private Path scenario = Path.of("");

    @Parameters(index = "1", paramLabel = "ORDER_ID", description = "An open order.")
    private String orderId = "";

    AlternativesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        OrderQuestion question = OrderQuestion.of(scenario, orderId, terminal);
        List<Offer> offers = question.book().engine().alternatives(question.row());
        terminal.out().println(terminal.outBold(question.order()));
        terminal.out().println(question.promise());
        terminal.out().println();
        if (offers.isEmpty()) {
            terminal.out().println("Nothing that is offered can be had earlier.");
            return ExitCode.OK;
        }
        Columns columns = new Columns(List.of("Instead", "Delivery", "Built on", ">Weeks earlier"));
        for (Offer offer : offers) {
            Week delivery = question.book().horizon().week(offer.promise().deliveryBucket());
            columns.add(List.of(
                    offer.configuration().product(),
                    delivery.toString(),
                    offer.promise().line(),
                    Integer.toString(offer.weeksGained())));
        }
        columns.lines().forEach(line -> terminal.out().println(line));
        return ExitCode.OK;
    }
}
