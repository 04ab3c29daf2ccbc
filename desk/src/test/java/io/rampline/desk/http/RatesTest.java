package io.rampline.desk.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rampline.desk.access.Principal;
import io.rampline.desk.access.Role;
import io.rampline.desk.http.Route.Cost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RatesTest {
    /** Whoever goes through all pages twice without a pause asks so often. */
    private static final int TWO_WALKS = 30;
    /** More than look at the queue at the same moment. */
    private static final int LATE = 20;

    private static final Reply ANSWER = Reply.empty(Reply.NO_CONTENT);

    @Test
    void whoGoesThroughAllPagesIsNotSlowedDownAndACustomerIs() {
        Rates rates = new Rates(RequestRates.DEFAULT, () -> 0);

        for (int i = 0; i < TWO_WALKS; i++) {
            rates.keep(new Principal("planner", Role.PLANNER), Cost.COSTLY);
        }

        assertThatThrownBy(() -> {
                    for (int i = 0; i < TWO_WALKS; i++) {
                        rates.keep(new Principal("anna", Role.CUSTOMER), Cost.COSTLY);
                    }
                })
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.TOO_MANY_REQUESTS))
                .hasMessageContaining("at most 10 at once and 2.0 a second");
    }

    @Test
    void costlyQuestionsWaitForOneAnotherAndAreAnswered() throws InterruptedException {
        Rates rates = new Rates(RequestRates.DEFAULT, System::nanoTime, Duration.ofHours(1));
        AtomicInteger at = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Reply> answers = new ArrayList<>();
        List<Thread> asking = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            asking.add(Thread.startVirtualThread(() -> {
                Reply reply = rates.costly(Cost.COSTLY, () -> {
                    most.accumulateAndGet(at.incrementAndGet(), Math::max);
                    LockSupport.parkNanos(1_000_000);
                    at.decrementAndGet();
                    return ANSWER;
                });
                synchronized (answers) {
                    answers.add(reply);
                }
            }));
        }
        for (Thread one : asking) {
            one.join();
        }

        assertThat(answers).hasSize(10);
        assertThat(most.get()).isBetween(1, RequestRates.DEFAULT.costlyAtOnce());
    }

    @Test
    @Timeout(60)
    void whereManyWaitTheNextIsSentAwayAtOnce() throws InterruptedException {
        Rates rates = new Rates(RequestRates.DEFAULT, System::nanoTime, Duration.ofHours(1));
        int all = RequestRates.DEFAULT.costlyAtOnce() + Rates.WAITING_MAX;
        CountDownLatch ended = new CountDownLatch(1);
        AtomicInteger sentAway = new AtomicInteger();
        List<Thread> asking = new ArrayList<>();
        for (int i = 0; i < all + LATE; i++) {
            asking.add(Thread.startVirtualThread(() -> {
                try {
                    rates.costly(Cost.TRIAL, () -> {
                        awaits(ended);
                        return ANSWER;
                    });
                } catch (Problem busy) {
                    assertThat(busy.type()).isEqualTo(ProblemType.BUSY);
                    sentAway.incrementAndGet();
                    ended.countDown();
                }
            }));
        }
        for (Thread one : asking) {
            one.join();
        }

        assertThat(sentAway.get()).as("nobody ends before one is sent away").isPositive();
        assertThat(rates.costly(Cost.FREE, () -> ANSWER)).isSameAs(ANSWER);
    }

    private static void awaits(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
