package io.rampline.desk.http;

import io.rampline.desk.access.Principal;
import io.rampline.desk.access.Role;
import io.rampline.desk.admission.Rate;
import io.rampline.desk.admission.RateLimits;
import io.rampline.desk.http.Route.Cost;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** How often each may ask, and how many may ask costly things at once. */
final class Rates {
    /** Wrong tokens from one address: enough for a mistake, too few for guessing. */
    private static final Rate UNPROVEN = new Rate(1, 20);

    /** A page asks for the next trial when it has the answer to the one before. */
    private static final Rate TRIALS = new Rate(8, 16);

    /**
     * Whoever asks something costly waits so long for others to end; a page that opens asks several things together.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Beyond so many who wait the next one is sent away at once. */
    static final int WAITING_MAX = 64;

    private static final long BUSY_RETRY_NANOS = Duration.ofSeconds(1).toNanos();

    private final RequestRates allowed;
    private final RateLimits limits = new RateLimits();
    private final Semaphore costly;
    private final LongSupplier clockNanos;
    private final Duration patience;

    Rates(RequestRates allowed, LongSupplier clockNanos) {
        this(allowed, clockNanos, PATIENCE);
    }

    /** With another patience. */
    Rates(RequestRates allowed, LongSupplier clockNanos, Duration patience) {
        this.allowed = allowed;
        this.patience = patience;
        this.costly = new Semaphore(allowed.costlyAtOnce(), true);
        this.clockNanos = clockNanos;
    }

    void keep(Principal principal, Cost cost) {
        String who = principal.role().label() + ":" + principal.name();
        boolean isCustomer = principal.role() == Role.CUSTOMER;
        switch (cost) {
            case FREE -> {}
            case ORDINARY -> take(who, isCustomer ? allowed.customer() : allowed.house());
            case TRIAL -> take("trial " + who, TRIALS);
            case COSTLY -> take("costly " + who, isCustomer ? allowed.customerCostly() : allowed.houseCostly());
        }
    }

    /** Throws once an address has shown too many proofs that prove nothing. */
    void countUnproven(String peer) {
        take("unproven " + peer, UNPROVEN);
    }

    private void take(String who, Rate rate) {
        long wait = limits.take(who, rate, clockNanos);
        if (wait > 0) {
            throw new Problem(
                            ProblemType.TOO_MANY_REQUESTS,
                            "at most " + rate.burst() + " at once and " + rate.perSecond() + " a second")
                    .retryAfter(wait);
        }
    }

    /** Answers something costly as soon as not too many others are at it. */
    Reply costly(Cost cost, Supplier<Reply> answer) {
        if (cost != Cost.COSTLY && cost != Cost.TRIAL) {
            return answer.get();
        }
        if (!mayBegin()) {
            throw new Problem(ProblemType.BUSY, "too many costly questions at once; nothing was done")
                    .retryAfter(BUSY_RETRY_NANOS);
        }
        try {
            return answer.get();
        } finally {
            costly.release();
        }
    }

    private boolean mayBegin() {
        if (costly.getQueueLength() >= WAITING_MAX) {
            return false;
        }
        try {
            return costly.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
