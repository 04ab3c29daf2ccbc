package io.rampline.simulation.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rampline.factory.Cancellations;
import io.rampline.factory.DemandForecast;
import io.rampline.factory.Network;
import io.rampline.factory.Scenario;
import io.rampline.factory.Uncertainty;
import io.rampline.factory.WeeklyUnits;
import io.rampline.simulation.futures.Course;
import io.rampline.simulation.futures.Draws;
import io.rampline.simulation.futures.Futures;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** More come than can be served, and some leave: what queueing theory says of it. */
class ImpatientQueueTest {
    private static final int WEEKS = 400;

    /**
     * The wait of the one who is served grows by w'(t) = 1 - c / (lambda S(w)) a week, S(w) = exp(-theta w), and
     * settles at ln(lambda / c) / theta.
     */
    @ParameterizedTest
    @CsvSource({"1200, 1000, 0.01", "1200, 1000, 0.02", "3000, 1000, 0.05", "1050, 1000, 0.01"})
    void theWaitGrowsAsTheFluidQueueDoes(int orders, int units, double theta) {
        double percentPerMonth = 100 * (1 - Math.exp(-theta * Cancellations.WEEKS_PER_MONTH));
        Network network = Network.of(
                demanded(OneLine.scenario(WEEKS, units, new Cancellations(percentPerMonth, new TreeMap<>())), orders));
        Futures futures = new Futures(network, Uncertainty.NONE, 1);
        WaitingLine line =
                WaitingLine.of(network, OneLine.book(1), futures.models(), Uncertainty.Leaving.AS_PLANNED, 1);
        Loading loading = new Loading(line);
        Course course = futures.course();
        futures.write(0, course);
        loading.load(course);

        for (int locked : new int[] {20, 60, 120, 250}) {
            int group = line.bookGroups() + locked;
            assertThat(line.locked(group)).isEqualTo(locked);
            assertThat(loading.middleBucket(group) - locked + 0.0)
                    .isCloseTo(fluidWait(locked + 0.5, orders / (double) units, theta), within(0.75));
        }
        assertThat(fluidWait(5_000, orders / (double) units, theta))
                .isCloseTo(Math.log(orders / (double) units) / theta, within(1e-6));
        assertThat(loading.built(250)).isCloseTo(units, within(1e-6));
    }

    /** Wait of one who comes at a time, in weeks, by small steps of the equation. */
    private static double fluidWait(double comes, double load, double theta) {
        double step = 0.001;
        double wait = 0;
        for (double time = 0; time - wait < comes; time += step) {
            wait += step * (1 - Math.exp(theta * wait) / load);
        }
        return wait;
    }

    private static Scenario demanded(Scenario s, int orders) {
        WeeklyUnits weekly = WeeklyUnits.constant(WEEKS, orders);
        return new Scenario(
                s.name(),
                s.horizon(),
                s.asOf(),
                s.currency(),
                s.homeMarket(),
                s.confidence(),
                s.rules(),
                s.windowRule(),
                s.products(),
                s.lines(),
                s.parts(),
                s.bill(),
                s.options(),
                s.mix(),
                s.markets(),
                s.quotas(),
                List.of(new DemandForecast("A", "x", "home", weekly, weekly, weekly)),
                s.deposits(),
                s.planning());
    }

    /**
     * M/M/n+M by our own random numbers, event by event, against the birth-and-death solution; the expected values are
     * those of an account made elsewhere.
     */
    @ParameterizedTest
    @CsvSource({
        "50, 48, 0.5, 0.030912, 2.9676",
        "100, 120, 1, 0.167693, 20.1232",
        "100, 120, 0.5, 0.166791, 40.0298",
        "100, 120, 2, 0.170139, 10.2083",
        "100, 100, 1, 0.039861, 3.9861",
        "10, 12, 0.5, 0.195656, 4.6957",
        "20, 30, 0.1, 0.333333, 100.000"
    })
    void theNumbersDrawnGiveTheErlangQueueWithImpatience(
            int servers, double arrivals, double theta, double leaving, double queue) {
        double[] exact = birthAndDeath(servers, arrivals, theta);
        assertThat(exact[0]).isCloseTo(leaving, within(1e-5));
        assertThat(exact[1]).isCloseTo(queue, within(1e-3));

        double[] drawn = eventByEvent(servers, arrivals, theta);
        assertThat(drawn[0]).isCloseTo(leaving, within(0.02));
        assertThat(drawn[1]).isCloseTo(queue, within(0.05 * queue + 0.2));
    }

    private static double[] birthAndDeath(int servers, double arrivals, double theta) {
        double weight = 1;
        double sum = 1;
        double queue = 0;
        for (int k = 1; k < 20_000; k++) {
            weight *= arrivals / (Math.min(k, servers) + Math.max(0, k - servers) * theta);
            sum += weight;
            queue += weight * Math.max(0, k - servers);
        }
        return new double[] {theta * queue / sum / arrivals, queue / sum};
    }

    private static double[] eventByEvent(int servers, double arrivals, double theta) {
        Draws draws = new Draws(11);
        int present = servers;
        double time = 0;
        double area = 0;
        long left = 0;
        long came = 0;
        for (int event = 0; event < 2_000_000; event++) {
            draws.at(event, servers, 0);
            double served = Math.min(present, servers);
            double impatient = Math.max(0, present - servers) * theta;
            double rate = arrivals + served + impatient;
            double step = -Math.log(draws.uniform()) / rate;
            // The first tenth only fills the queue.
            if (event >= 200_000) {
                time += step;
                area += step * Math.max(0, present - servers);
            }
            double which = draws.otherUniform() * rate;
            boolean counts = event >= 200_000;
            came += counts && which < arrivals ? 1 : 0;
            left += counts && which >= arrivals + served ? 1 : 0;
            present += which < arrivals ? 1 : -1;
        }
        return new double[] {left / (double) came, area / time};
    }

    @Test
    void withoutImpatienceTheQueueWithManyServersIsErlangs() {
        double[] exact = birthAndDeath(50, 48, 0);

        assertThat(exact[1]).isCloseTo(16.667, within(0.001));
    }
}
