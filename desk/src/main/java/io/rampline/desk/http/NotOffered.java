package io.rampline.desk.http;

import io.rampline.factory.Configuration;
import io.rampline.factory.Market;
import io.rampline.factory.Option;
import io.rampline.factory.Scenario;
import io.rampline.intake.Nearest;
import io.rampline.promise.Answer;
import io.rampline.promise.Command;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What to say to somebody who asks for what nobody offers: what was found, what is known, and what comes nearest to it.
 * Worked out here, beside the book, since whoever waits for the book should not wait for this.
 */
final class NotOffered {
    private static final int NAMED_MAX = 3;

    private NotOffered() {}

    /** Empty when the refusal is of another kind. */
    static Optional<String> detail(Answer.Refused refused, Command command, Scenario scenario) {
        return configuration(command).flatMap(asked -> detail(refused, asked, scenario));
    }

    private static Optional<Configuration> configuration(Command command) {
        return switch (command) {
            case Command.Quote quote -> Optional.of(quote.configuration());
            case Command.Hold hold -> Optional.of(hold.order().configuration());
            case Command.Book book -> Optional.of(book.order().configuration());
            case Command.TakeOver over -> Optional.of(over.order().configuration());
            case Command.Change change -> Optional.of(change.configuration());
            case Command.Cancel _,
                    Command.Deliver _,
                    Command.PullForward _,
                    Command.SetCapacity _,
                    Command.AdoptPlan _,
                    Command.Advance _,
                    Command.Repromise _ -> Optional.empty();
        };
    }

    private static Optional<String> detail(Answer.Refused refused, Configuration asked, Scenario scenario) {
        return switch (refused.refusal()) {
            case UNKNOWN_MARKET ->
                Optional.of(words(
                        "market " + Problem.clipped(asked.market()),
                        "market",
                        asked.market(),
                        scenario.markets().stream().map(Market::name).toList()));
            case UNKNOWN_PRODUCT -> {
                String product = asked.model() + " " + asked.trim();
                List<String> known = scenario.products().stream()
                        .map(one -> one.model() + " " + one.trim())
                        .toList();
                yield Optional.of(words("product " + Problem.clipped(product), "product", product, known));
            }
            case OPTION_NOT_OFFERED -> Optional.of(option(asked, scenario));
            case NO_LINE -> Optional.of("found " + asked.product() + ", which no line builds");
            case NO_QUOTA ->
                Optional.of("found " + asked.product() + " for " + asked.market()
                        + ", expected a product that this market has a quota for");
            case MALFORMED,
                    DUPLICATE_ID,
                    UNKNOWN_ORDER,
                    NO_LONGER_OPEN,
                    ALREADY_BUILT,
                    FROZEN,
                    UNKNOWN_RESOURCE,
                    PLAN_DELAYS,
                    NOTHING_TO_HOLD,
                    NOTHING_TO_GAIN,
                    TIME_RUNS_FORWARD -> Optional.empty();
        };
    }

    private static String option(Configuration asked, Scenario scenario) {
        List<String> offered = scenario.options().stream()
                .filter(option -> option.products().matches(asked.model(), asked.trim()))
                .map(Option::name)
                .toList();
        String first = asked.options().stream()
                .filter(option -> !offered.contains(option))
                .findFirst()
                .orElseThrow();
        return words(
                "option " + Problem.clipped(first) + " for " + asked.model() + " " + asked.trim(),
                "option that is offered for it",
                first,
                offered);
    }

    private static String words(String found, String kind, String asked, Collection<String> known) {
        List<String> nearest = Nearest.ranked(asked, known, NAMED_MAX);
        String more = known.size() > nearest.size() ? " or another of " + known.size() : "";
        return "found " + found + ", expected a known " + kind
                + (nearest.isEmpty() ? "; there is none" : ", maybe " + String.join(", ", nearest) + more);
    }
}
