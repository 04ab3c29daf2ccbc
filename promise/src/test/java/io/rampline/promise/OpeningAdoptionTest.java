package io.rampline.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.factory.Configuration;
import io.rampline.factory.Currency;
import io.rampline.factory.DepositTerms;
import io.rampline.factory.Horizon;
import io.rampline.factory.Line;
import io.rampline.factory.Market;
import io.rampline.factory.Network;
import io.rampline.factory.Opening;
import io.rampline.factory.Planning;
import io.rampline.factory.Product;
import io.rampline.factory.Resource;
import io.rampline.factory.Rules;
import io.rampline.factory.Scenario;
import io.rampline.factory.Selector;
import io.rampline.factory.Week;
import io.rampline.factory.WeeklyUnits;
import io.rampline.factory.WindowRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One line builds three cars a week for ten weeks; a market abroad is shut, and may open from the fourth week on. */
class OpeningAdoptionTest {
    private static final int WEEKS = 10;
    private static final Week START = Week.parse("2026-W02");

    private final List<Entry> entries = new ArrayList<>();

    private static Network network(Optional<String> reservedOn) {
        Planning none = Planning.NONE;
        Opening opening = new Opening("abroad", Selector.model("A"), 3, 9, 2, 0, reservedOn, OptionalInt.empty());
        return Network.ofBook(new Scenario(
                "small",
                new Horizon(START, WEEKS),
                START.plus(-1).sunday(),
                new Currency("EUR", 2),
                "home",
                0.9,
                new Rules(0, 0, 0, List.of("all"), 24),
                new WindowRule(0, 3, 0),
                List.of(new Product("A", "x", 100, OptionalLong.empty(), 0, List.of("L"))),
                List.of(new Line("P", "L", List.of("A"), WeeklyUnits.constant(WEEKS, 3))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new Market("home", 0, 0, WeeklyUnits.constant(WEEKS, WeeklyUnits.UNLIMITED)),
                        new Market("abroad", 1, WEEKS, WeeklyUnits.constant(WEEKS, WeeklyUnits.UNLIMITED))),
                List.of(),
                List.of(),
                new DepositTerms(0, 0, new TreeMap<>()),
                new Planning(
                        none.steps(),
                        List.of(opening),
                        none.budgets(),
                        none.cash(),
                        none.crew(),
                        0,
                        none.cancellations(),
                        none.waitCost(),
                        none.guarantees())));
    }

    private static int quota(Network network) {
        return network.findResource(Resource.Kind.QUOTA, "abroad A").orElseThrow();
    }

    private static List<Level> opened(Network network, int from, int units) {
        List<Level> levels = new ArrayList<>();
        for (int bucket = from; bucket < WEEKS; bucket++) {
            levels.add(new Level(quota(network), bucket, units));
        }
        return levels;
    }

    private static Order order(String id, String market) {
        return new Order(id, 0, 0, new Configuration(market, "A", "x", List.of()), Order.AS_SOON_AS_POSSIBLE, 0);
    }

    private PromiseEngine booked(Network network, int atHome) {
        PromiseEngine engine = new PromiseEngine(network, entries::add);
        for (int i = 0; i < atHome; i++) {
            engine.apply(new Command.Book(order("h" + i, "home")));
        }
        engine.apply(new Command.Book(order("e", "abroad")));
        return engine;
    }

    @Test
    void aMarketThatMayOpenIsShutUntilAPlanOpensItAndThenNoEarlierThanThePlanSays() {
        Network network = network(Optional.empty());
        PromiseEngine engine = booked(network, 4);
        assertThat(engine.buildBucket(engine.find("e"))).isEqualTo(-1);

        Answer answer = engine.apply(new Command.AdoptPlan("p", "Europe", opened(network, 5, 2), false));

        assertThat(answer).isInstanceOf(Answer.PlanAdopted.class);
        assertThat(engine.buildBucket(engine.find("e"))).isEqualTo(5);
        assertThat(((Answer.PlanAdopted) answer).later()).isZero();
        assertThat(engine.verify()).isEmpty();
    }

    @Test
    void aQuotaSetBeforeTheWeekInWhichTheMarketMayOpenServesNobody() {
        Network network = network(Optional.empty());
        PromiseEngine engine = booked(network, 0);

        engine.apply(new Command.AdoptPlan("p", "too early", opened(network, 0, 2), false));

        assertThat(engine.buildBucket(engine.find("e"))).isEqualTo(3);
    }

    @Test
    void unitsKeptForTheMarketAreNotPromisedAtHome() {
        Network network = network(Optional.of("L"));
        PromiseEngine engine = booked(network, 15);

        engine.apply(new Command.AdoptPlan("p", "Europe", opened(network, 5, 2), false));
        for (int i = 0; i < 3; i++) {
            engine.apply(new Command.Book(order("new" + i, "home")));
        }

        assertThat(engine.buildBucket(engine.find("new0"))).isEqualTo(5);
        assertThat(engine.buildBucket(engine.find("new1"))).isEqualTo(6);
        assertThat(engine.buildBucket(engine.find("new2"))).isEqualTo(7);
        assertThat(engine.verify()).isEmpty();
    }

    @Test
    void aPlanThatKeepsForTheMarketWhatIsPromisedAtHomeIsRefused() {
        Network network = network(Optional.of("L"));
        PromiseEngine engine = booked(network, 24);
        int before = entries.size();

        Answer answer = engine.apply(new Command.AdoptPlan("p", "Europe", opened(network, 5, 2), false));

        assertThat(answer).isInstanceOf(Answer.Refused.class);
        assertThat(((Answer.Refused) answer).refusal()).isEqualTo(Refusal.PLAN_DELAYS);
        assertThat(entries).hasSize(before);
    }

    @Test
    void theEntriesOfAnOpeningGiveTheSameBookAgainAndSoDoesItsImage() {
        Network network = network(Optional.of("L"));
        PromiseEngine engine = booked(network, 12);
        engine.apply(new Command.AdoptPlan("p", "Europe", opened(network, 5, 2), false));
        engine.apply(new Command.AdoptPlan("q", "fewer", opened(network, 6, 1), true));

        PromiseEngine repeated = new PromiseEngine(network);
        entries.forEach(repeated::replay);

        assertThat(repeated.image().bytes()).isEqualTo(engine.image().bytes());
        assertThat(engine.image().engine(network, _ -> {}).image().bytes())
                .isEqualTo(engine.image().bytes());
        assertThat(repeated.capacity(quota(network), 6)).isEqualTo(1);
    }

    @Test
    void theResourcesOfABookComeBeforeTheQuotasThatMayBeOpened() {
        Network book = network(Optional.empty());
        Network plain = Network.of(book.scenario());

        assertThat(book.resources().subList(0, plain.resources().size())).isEqualTo(plain.resources());
        assertThat(quota(book)).isEqualTo(plain.resources().size());
    }
}
