package io.rampline.desk.briefing;

import io.rampline.desk.briefing.TrimWait.Posted;
import io.rampline.desk.briefing.TrimWait.Quote;
import io.rampline.factory.Configuration;
import io.rampline.factory.Market;
import io.rampline.factory.Product;
import io.rampline.factory.Week;
import io.rampline.intake.Grade;
import io.rampline.intake.Outturn.Explanation;
import io.rampline.intake.Outturn.PostedWait;
import io.rampline.promise.Answer;
import io.rampline.promise.Command;
import io.rampline.promise.Order;
import io.rampline.promise.Promise;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Counts the wait of each trim in each market. */
final class WaitCount {
    private final PromisedBook book;

    /** What is counted for one trim. */
    private static final class Tally {
        final WeekCounts fromNow = new WeekCounts();
        final WeekCounts sinceLock = new WeekCounts();
        final Map<Cause, Integer> causes = new LinkedHashMap<>();
    }

    WaitCount(PromisedBook book) {
        this.book = book;
    }

    List<TrimWait> waits() {
        Map<Trim, Tally> tallies = tallies();
        List<TrimWait> waits = new ArrayList<>();
        for (Product product : book.scenario().products()) {
            for (Market market : book.scenario().markets()) {
                Trim trim = new Trim(product.model(), product.trim(), market.name());
                Tally tally = tallies.getOrDefault(trim, new Tally());
                Quote quote = quote(trim);
                boolean offered = !(quote.cause() instanceof Cause.NotOffered);
                boolean ordered = tally.fromNow.all() > 0;
                // A foreign market that is not open yet and has no orders would only fill the page.
                if (ordered || (offered && (quote.weeks().isPresent() || isHome(market)))) {
                    waits.add(wait(trim, tally, quote));
                }
            }
        }
        return waits;
    }

    private boolean isHome(Market market) {
        return market.name().equals(book.scenario().homeMarket());
    }

    private TrimWait wait(Trim trim, Tally tally, Quote quote) {
        Optional<Cause> cause = tally.causes.entrySet().stream()
                .max(Map.Entry.<Cause, Integer>comparingByValue()
                        .thenComparing(entry -> entry.getKey().label(), Comparator.reverseOrder()))
                .map(Map.Entry::getKey);
        Optional<Posted> posted = trim.market().equals(book.scenario().homeMarket())
                ? posted(trim.model(), trim.name())
                : Optional.empty();
        return new TrimWait(trim, tally.fromNow, tally.sinceLock, quote, cause, posted, explanation(trim));
    }

    private Map<Trim, Tally> tallies() {
        List<Tally> byConfiguration = new ArrayList<>();
        Map<Trim, Tally> tallies = new LinkedHashMap<>();
        for (Configuration configuration : book.orders().configurations()) {
            byConfiguration.add(tallies.computeIfAbsent(Trim.of(configuration), _ -> new Tally()));
        }
        int[][] causes = new int[byConfiguration.size()][book.causes().size()];
        for (int row = 0; row < book.size(); row++) {
            int configuration = book.orders().configurationNumber(row);
            Tally tally = byConfiguration.get(configuration);
            causes[configuration][book.causeNumber(row)]++;
            if (book.isPromised(row)) {
                tally.fromNow.add(book.deliveryWeek(row) - book.asOfWeek().number());
                tally.sinceLock.add(book.deliveryWeek(row) - book.lockWeek(row));
            } else {
                tally.fromNow.addBeyondHorizon();
                tally.sinceLock.addBeyondHorizon();
            }
        }
        for (int configuration = 0; configuration < causes.length; configuration++) {
            for (int cause = 0; cause < book.causes().size(); cause++) {
                if (causes[configuration][cause] > 0) {
                    byConfiguration
                            .get(configuration)
                            .causes
                            .merge(book.causes().get(cause), causes[configuration][cause], Integer::sum);
                }
            }
        }
        return tallies;
    }

    /** What an order of this trim without options, locked now, is told after all open orders. */
    private Quote quote(Trim trim) {
        Configuration configuration = new Configuration(trim.market(), trim.model(), trim.name(), List.of());
        return switch (book.engine().apply(new Command.Quote(configuration, Order.AS_SOON_AS_POSSIBLE))) {
            case Answer.Quoted quoted -> quote(quoted.promise(), configuration);
            case Answer.Refused _ -> new Quote(OptionalInt.empty(), Optional.empty(), new Cause.NotOffered());
            case Answer other -> throw new IllegalStateException("found " + other + ", expected a quote");
        };
    }

    private Quote quote(Promise promise, Configuration configuration) {
        Cause cause = book.cause(promise.binding(), configuration);
        return switch (promise) {
            case Promise.Dated dated -> {
                Week delivery = book.horizon().week(dated.deliveryBucket());
                yield new Quote(OptionalInt.of(delivery.since(book.asOfWeek())), Optional.of(delivery), cause);
            }
            case Promise.BeyondHorizon _ -> new Quote(OptionalInt.empty(), Optional.empty(), cause);
        };
    }

    /** The last reading on or before the day of the briefing; of several on one day the best graded. */
    private Optional<Posted> posted(String model, String trim) {
        LocalDate asOf = book.scenario().asOf();
        return book.contents().outturn().postedWaits().stream()
                .filter(wait -> !wait.date().isAfter(asOf)
                        && wait.products().matches(model, trim)
                        && !wait.products().trims().isEmpty()
                        && (wait.weeksLow().isPresent() || wait.weeksHigh().isPresent()))
                .max(Comparator.comparing(PostedWait::date).thenComparingInt(wait -> -grade(wait)))
                .map(WaitCount::posted);
    }

    private static int grade(PostedWait wait) {
        return wait.grade().map(Grade::ordinal).orElse(Grade.values().length);
    }

    static Posted posted(PostedWait wait) {
        double low = wait.weeksLow().orElseGet(() -> wait.weeksHigh().orElseThrow());
        double high = wait.weeksHigh().orElse(low);
        return new Posted(wait.date(), low, high, wait.grade());
    }

    private Optional<Explanation> explanation(Trim trim) {
        return book.contents().outturn().explanations().stream()
                .filter(words ->
                        words.products().model().isPresent() && words.products().matches(trim.model(), trim.name()))
                .findFirst();
    }
}
