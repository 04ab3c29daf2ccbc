package io.rampline.desk.command.timetable;

import io.rampline.desk.timetable.MarketAsking;
import io.rampline.desk.timetable.MarketGrid;
import io.rampline.desk.timetable.MistakenQuestion;
import io.rampline.factory.Scenario;
import io.rampline.ramp.Question;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** When a market could open, as it is typed. */
final class MarketOptions {
    @Option(
            names = "--export",
            paramLabel = "MARKET",
            description =
                    "When could this market open, with how many a week, so that nobody at home waits longer than --wait and no order of the book comes later?")
    private @Nullable String market;

    @Option(
            names = "--quotas",
            paramLabel = "QUOTA,...",
            split = ",",
            hideParamSyntax = true,
            description =
                    "Quotas to look at: shares of what openings.csv allows, or units a week in all. Default: 25%%,50%%,100%%.")
    private List<String> quotas = List.of();

    @Option(
            names = "--opens",
            paramLabel = "WEEK,...",
            split = ",",
            hideParamSyntax = true,
            description =
                    "Opening weeks to look at. Default: the first one allowed, and a quarter and half a year later. The earliest that harms nobody is sought anyway.")
    private List<String> opens = List.of();

    /** What is looked at; empty when nobody asks. */
    Optional<MarketGrid> grid(Scenario scenario, Question question, List<Integer> waits) {
        if (market == null && !(quotas.isEmpty() && opens.isEmpty())) {
            throw new MistakenQuestion("found --quotas or --opens without --export, expected the market, too");
        }
        return Optional.ofNullable(market)
                .map(name -> new MarketAsking(name, quotas, opens, waits).grid(scenario, question));
    }
}
