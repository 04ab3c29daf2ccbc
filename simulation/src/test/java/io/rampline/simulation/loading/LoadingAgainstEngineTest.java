package io.rampline.simulation.loading;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.factory.Configuration;
import io.rampline.factory.Network;
import io.rampline.factory.Scenario;
import io.rampline.factory.Uncertainty;
import io.rampline.promise.Command;
import io.rampline.promise.Level;
import io.rampline.promise.Order;
import io.rampline.promise.OrderTable;
import io.rampline.promise.PromiseEngine;
import io.rampline.promise.SmallWorlds;
import io.rampline.simulation.futures.Course;
import io.rampline.simulation.futures.Futures;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The loading and the order-level engine read the same rule. */
class LoadingAgainstEngineTest {
    private static final int WORLDS = Integer.getInteger("rampline.worlds", 3_000);
    private static final int FUTURES = 3;

    /** Wild enough that small plants change in every future. */
    private static final Uncertainty WILD = new Uncertainty(
            new Uncertainty.Output(20, 0, 0, 20, 0.5, 4, 2, 70),
            Uncertainty.NONE.plantByName(),
            new Uncertainty.Output(20, 1, 3, 30, 0.5, 4, 2, 70),
            Uncertainty.NONE.lineByName(),
            new Uncertainty.Arrivals(30, 0.5, 6, 2, 80),
            Uncertainty.NONE.partByName(),
            Uncertainty.Demand.CERTAIN,
            Uncertainty.Leaving.AS_PLANNED);

    @Test
    void whereNobodyLeavesEveryOrderGetsTheWeekThatTheEngineGivesIt() {
        int dated = 0;
        for (long seed = 0; seed < WORLDS; seed++) {
            SmallWorlds world = new SmallWorlds(seed);
            Network network = Network.of(world.scenario());
            OrderTable book = book(network.scenario(), world.random);
            Futures futures = new Futures(network, WILD, seed);
            Course course = futures.course();
            WaitingLine line =
                    WaitingLine.of(network, book, futures.models(), Uncertainty.Leaving.AS_PLANNED, Integer.MAX_VALUE);
            Loading loading = new Loading(line);
            for (int future = -1; future < FUTURES; future++) {
                if (future < 0) {
                    futures.writePlan(course);
                } else {
                    futures.write(future, course);
                }
                loading.load(course);
                PromiseEngine engine = engine(network, course, book);
                for (int row = 0; row < book.size(); row++) {
                    assertThat(loading.middleBucket(line.groupOfRow(row)))
                            .as("seed %d, future %d, %s of %s", seed, future, book.id(row), book.configuration(row))
                            .isEqualTo(engine.buildBucket(row));
                    dated += engine.buildBucket(row) >= 0 ? 1 : 0;
                }
            }
        }
        assertThat(dated).isGreaterThan(WORLDS * 10);
    }

    private static PromiseEngine engine(Network network, Course course, OrderTable book) {
        PromiseEngine engine = new PromiseEngine(network);
        List<Level> levels = new ArrayList<>();
        for (int r = 0; r < network.resources().size(); r++) {
            for (int bucket = 0; bucket < course.weeks(); bucket++) {
                levels.add(new Level(r, bucket, course.units(r, bucket)));
            }
        }
        engine.apply(new Command.SetCapacity(levels));
        for (Level level : levels) {
            assertThat(engine.capacity(level.resource(), level.bucket())).isEqualTo(level.units());
        }
        engine.load(book);
        engine.promiseAll();
        return engine;
    }

    private static OrderTable book(Scenario scenario, SplittableRandom random) {
        OrderTable.Builder table = OrderTable.builder();
        int weeks = scenario.horizon().weeks();
        int orders = random.nextInt(60);
        for (int i = 0; i < orders; i++) {
            Configuration configuration = new Configuration(
                    random.nextInt(4) == 0 ? "far" : "home",
                    random.nextInt(30) == 0 ? "Z" : random.nextBoolean() ? "A" : "B",
                    random.nextBoolean() ? "x" : "y",
                    random.nextInt(3) == 0 ? List.of("o") : List.of());
            table.add(
                    "o" + i,
                    random.nextLong(20),
                    random.nextInt(2),
                    table.number(configuration),
                    random.nextInt(4) == 0 ? random.nextInt(weeks + 2) : Order.AS_SOON_AS_POSSIBLE,
                    random.nextInt(4) == 0 ? random.nextInt(weeks + 2) - 1 : OrderTable.NEVER_PROMISED,
                    0);
        }
        return table.build();
    }
}
