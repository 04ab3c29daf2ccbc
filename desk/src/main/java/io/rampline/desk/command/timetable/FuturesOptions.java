package io.rampline.desk.command.timetable;

import io.rampline.desk.timetable.FuturesAsking;
import io.rampline.desk.timetable.MistakenQuestion;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Several futures, as they are typed. */
final class FuturesOptions {
    @Option(
            names = "--futures",
            paramLabel = "CASE[:WEIGHT],...",
            split = ",",
            hideParamSyntax = true,
            description =
                    "What should start now whatever demand does, and what later, once one knows? Cases are low, mid, high, or a level from -1 to 1: low,mid:2,high. Needs --gate and --late-price.")
    private List<String> futures = List.of();

    @Option(
            names = "--gate",
            paramLabel = "WEEK",
            description = "From this week on one knows which future it is; starts before it are the same in all.")
    private @Nullable String gate;

    @Option(
            names = "--risk",
            paramLabel = "SHARE",
            description = "How much the mean of the worst futures counts beside the mean of all, 0 to 1. Default: "
                    + FuturesAsking.RISK_USUAL + ".")
    private @Nullable Double risk;

    @Option(
            names = "--tail",
            paramLabel = "SHARE",
            description = "Which share of the futures are the worst, above 0 to 1. Default: " + FuturesAsking.TAIL_USUAL
                    + ".")
    private @Nullable Double tail;

    @Option(
            names = "--late-price",
            paramLabel = "AMOUNT",
            description = "What an order costs that waits a week longer than guaranteed, major units.")
    private @Nullable BigDecimal latePrice;

    /** What is asked; empty when nobody asks for several futures. */
    Optional<FuturesAsking> asking() {
        if (!futures.isEmpty()) {
            return Optional.of(new FuturesAsking(
                    futures,
                    Optional.ofNullable(gate),
                    risk == null ? FuturesAsking.RISK_USUAL : risk,
                    tail == null ? FuturesAsking.TAIL_USUAL : tail,
                    Optional.ofNullable(latePrice)));
        }
        if (gate != null || risk != null || tail != null || latePrice != null) {
            throw new MistakenQuestion("found --gate, --risk, --tail or --late-price without --futures, expected the"
                    + " futures, too. Maybe --futures low,mid:2,high");
        }
        return Optional.empty();
    }
}
