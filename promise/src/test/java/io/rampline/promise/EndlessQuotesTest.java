package io.rampline.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.factory.Configuration;
import io.rampline.factory.Currency;
import io.rampline.factory.DepositTerms;
import io.rampline.factory.Horizon;
import io.rampline.factory.Line;
import io.rampline.factory.Market;
import io.rampline.factory.Network;
import io.rampline.factory.Option;
import io.rampline.factory.Product;
import io.rampline.factory.Rules;
import io.rampline.factory.Scenario;
import io.rampline.factory.Selector;
import io.rampline.factory.Week;
import io.rampline.factory.WeeklyUnits;
import io.rampline.factory.WindowRule;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Customers may try every combination of options there is; the engine does not remember them for ever. */
class EndlessQuotesTest {
    private static final int OPTIONS = 14;

    @Test
    void everyCombinationIsAnsweredAndOnlySoManyAreKept() {
        PromiseEngine engine = new PromiseEngine(Network.of(scenario()));
        Answer first = quote(engine, 0);
        for (int combination = 0; combination < 1 << OPTIONS; combination++) {
            assertThat(quote(engine, combination)).isInstanceOf(Answer.Quoted.class);
        }
        assertThat(engine.configurations().onlyAsked()).isEqualTo(Configurations.ONLY_ASKED_MAX);
        assertThat(engine.configurations().count()).isZero();
        assertThat(quote(engine, 0)).isEqualTo(first);
        engine.apply(new Command.Book(new Order("a", 1, 0, configuration(5), Order.AS_SOON_AS_POSSIBLE, 0)));
        assertThat(engine.configurations().count()).isOne();
        assertThat(engine.verify()).isEmpty();
    }

    private static Answer quote(PromiseEngine engine, int combination) {
        return engine.apply(new Command.Quote(configuration(combination), Order.AS_SOON_AS_POSSIBLE));
    }

    private static Configuration configuration(int combination) {
        List<String> options = IntStream.range(0, OPTIONS)
                .filter(option -> (combination >> option & 1) != 0)
                .mapToObj(option -> "o" + option)
                .toList();
        return new Configuration("home", "Car", "Base", options);
    }

    private static Scenario scenario() {
        WeeklyUnits units = WeeklyUnits.constant(4, 5);
        Week start = Week.parse("2026-W01");
        return new Scenario(
                "options",
                new Horizon(start, 4),
                start.plus(-1).sunday(),
                new Currency("EUR", 2),
                "home",
                0.9,
                new Rules(0, 0, 0, List.of("retail"), 24),
                new WindowRule(0, 0, 0),
                List.of(new Product("Car", "Base", 0, OptionalLong.empty(), 0, List.of("L"))),
                List.of(new Line("P", "L", List.of("Car"), units)),
                List.of(),
                List.of(),
                IntStream.range(0, OPTIONS)
                        .mapToObj(option -> new Option("o" + option, Selector.ANY, 0, units))
                        .toList(),
                List.of(),
                List.of(new Market("home", 0, 0, units)),
                List.of(),
                List.of(),
                new DepositTerms(0, 0, new TreeMap<>()));
    }
}
