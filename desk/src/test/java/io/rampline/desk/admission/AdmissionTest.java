package io.rampline.desk.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.desk.admission.WaitingRoom.Place;
import io.rampline.factory.Configuration;
import io.rampline.factory.Week;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

/** The door on launch night. */
class AdmissionTest {
    private static final byte[] SEED = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final long SECOND = 1_000_000;
    private static final long OPENS = 1_000 * SECOND;

    @Test
    void aBurstIsServedAndThenTheRateIsKept() {
        RateLimits limits = new RateLimits();
        Rate rate = new Rate(10, 5);
        long now = 1_000_000_000L;
        for (int i = 0; i < 5; i++) {
            assertThat(limits.take("anna", rate, () -> now)).isZero();
        }

        assertThat(limits.take("anna", rate, () -> now)).isEqualTo(100_000_000L);
        assertThat(limits.take("bert", rate, () -> now)).isZero();
        assertThat(limits.take("anna", rate, () -> now + 99_999_999)).isEqualTo(1);
        assertThat(limits.take("anna", rate, () -> now + 100_000_000)).isZero();
        assertThat(limits.take("anna", rate, () -> now + 100_000_000)).isPositive();
        for (int i = 0; i < 5; i++) {
            assertThat(limits.take("anna", rate, () -> now + 10_000_000_000L)).isZero();
        }
        assertThat(limits.take("anna", rate, () -> now + 10_000_000_000L)).isPositive();
    }

    @Test
    void whoIsHeldUpBetweenTwoLooksIsNotTakenForADebtor() {
        RateLimits limits = new RateLimits();
        Rate rate = new Rate(10, 5);
        long later = 10_000_000_000L;
        AtomicInteger looks = new AtomicInteger();
        // The first look at the clock lasts ten seconds, in which another one of the same name is served.
        LongSupplier heldUp = () -> {
            int look = looks.getAndIncrement();
            if (look == 1) {
                assertThat(limits.take("anna", rate, () -> later)).isZero();
            }
            return look <= 1 ? 0 : later;
        };

        assertThat(limits.take("anna", rate, heldUp)).isZero();
        assertThat(looks).hasValue(3);
    }

    @Test
    void overAnyTimeNobodyGetsMoreThanBurstAndRate() {
        long seed = 20_260_301;
        Random random = new Random(seed);
        for (int run = 0; run < 200; run++) {
            Rate rate = new Rate(1 + random.nextInt(50), 1 + random.nextInt(20));
            RateLimits limits = new RateLimits();
            long start = random.nextLong(1L << 40);
            long now = start;
            long served = 0;
            for (int i = 0; i < 500; i++) {
                now += random.nextInt(60_000_000);
                long moment = now;
                served += limits.take("x", rate, () -> moment) == 0 ? 1 : 0;
                double most = rate.burst() + (now - start) / 1e9 * rate.perSecond() + 1e-6;
                assertThat((double) served).as("seed %d run %d", seed, run).isLessThanOrEqualTo(most + 1);
            }
        }
    }

    @Test
    void theDrawDependsOnTheSeedAndTheNamesAndOnNothingElse() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            names.add("customer-" + i);
        }
        List<String> drawn = WaitingRoom.drawn(SEED, names);
        Collections.shuffle(names, new Random(3));

        assertThat(WaitingRoom.drawn(SEED, names)).isEqualTo(drawn);
        assertThat(WaitingRoom.drawn("fedcba9876543210".getBytes(StandardCharsets.US_ASCII), names))
                .isNotEqualTo(drawn)
                .containsExactlyInAnyOrderElementsOf(drawn);
        // Worked out by another program.
        assertThat(drawn.subList(0, 3)).containsExactly("customer-310", "customer-339", "customer-638");
    }

    @Test
    void whoComesFirstBeforeTheOpeningWinsNothing() {
        int firstComersAhead = 0;
        for (int run = 0; run < 400; run++) {
            byte[] seed = String.format("seed-%011d", run).getBytes(StandardCharsets.US_ASCII);
            WaitingRoom room = new WaitingRoom(seed, OPENS, 1);
            room.enter("early", 1);
            room.enter("late", OPENS - 1);
            boolean isAhead = room.place("early", OPENS) instanceof Place.Admitted;
            firstComersAhead += isAhead ? 1 : 0;
        }

        assertThat(firstComersAhead).isBetween(150, 250);
    }

    @Test
    void soManyASecondAreLetInAndWhoComesLaterStandsBehind() {
        WaitingRoom room = new WaitingRoom(SEED, OPENS, 2);
        for (int i = 0; i < 10; i++) {
            assertThat(room.enter("c" + i, i)).isInstanceOf(Place.BeforeTheDraw.class);
        }
        assertThat(room.enter("c3", 50)).isInstanceOf(Place.BeforeTheDraw.class);
        assertThat(room.enter("later", OPENS + 1)).isInstanceOf(Place.InLine.class);

        List<String> drawn =
                WaitingRoom.drawn(SEED, List.of("c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9"));
        for (int second = 0; second < 6; second++) {
            int admitted = 0;
            for (int i = 0; i < 10; i++) {
                boolean isIn = room.place(drawn.get(i), OPENS + second * SECOND) instanceof Place.Admitted;
                assertThat(isIn).as("%d after %d s", i, second).isEqualTo(i <= second * 2);
                admitted += isIn ? 1 : 0;
            }
            assertThat(admitted).isEqualTo(Math.min(10, second * 2 + 1));
        }
        assertThat(room.place("later", OPENS + 5 * SECOND)).isInstanceOf(Place.Admitted.class);
        assertThat(room.place("later", OPENS + 5 * SECOND - 1)).isEqualTo(new Place.InLine(1, 1));
        assertThat(room.place("never", OPENS)).isEqualTo(new Place.NotHere());
        assertThat(room.place(drawn.get(4), OPENS)).isEqualTo(new Place.InLine(4, 2 * SECOND));
    }

    @Test
    void theEarliestOfSeveralStopsCounts() {
        OrderStop all = new OrderStop(Optional.empty(), Optional.empty(), Optional.empty(), Week.parse("2026-W40"));
        OrderStop max =
                new OrderStop(Optional.of("CN"), Optional.of("YU7"), Optional.of("Max"), Week.parse("2026-W20"));
        Admission admission = new Admission(List.of(all, max), Optional.empty());

        assertThat(admission.lastDeliveryWeek(new Configuration("CN", "YU7", "Max", List.of())))
                .contains(Week.parse("2026-W20"));
        assertThat(admission.lastDeliveryWeek(new Configuration("CN", "YU7", "Pro", List.of())))
                .contains(Week.parse("2026-W40"));
        assertThat(Admission.open().lastDeliveryWeek(new Configuration("CN", "YU7", "Max", List.of())))
                .isEmpty();
    }
}
