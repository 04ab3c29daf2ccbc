package io.rampline.desk.http;

import io.rampline.desk.access.Principal;
import io.rampline.desk.access.Role;
import io.rampline.desk.admission.Rate;
import io.rampline.desk.admission.RateLimits;
import io.rampline.desk.http.Route.Cost;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** How often each may ask, and how many may ask costly things at once. */
final class Rates {
    /** Wrong tokens from one address: enough for a mistake, too few for guessing. */
    private static final Rate UNPROVEN = new Rate(1, 20);

    /** A page asks for the next trial when it has the answer to the one before. */
    private static final Rate TRIALS = new Rate(8, 16);

    private static final long BUSY_RETRY_NANOS = Duration.ofSeconds(1).toNanos();

    private final RequestRates allowed;
    private final RateLimits limits = new RateLimits();
    private final Semaphore costly;
    private final LongSupplier clockNanos;

    Rates(RequestRates allowed, LongSupplier clockNanos) {
        this.allowed = allowed;
        this.costly = new Semaphore(allowed.costlyAtOnce());
        this.clockNanos = clockNanos;
    }

    void keep(Principal principal, Cost cost) {
        switch (cost) {
            case FREE -> {}
            case ORDINARY -> {
                boolean isCustomer = principal.role() == Role.CUSTOMER;
                take(
                        principal.role().label() + ":" + principal.name(),
                        isCustomer ? allowed.customer() : allowed.house());
            }
            case TRIAL -> take("trial " + principal.role().label() + ":" + principal.name(), TRIALS);
            case COSTLY -> take("costly " + principal.role().label() + ":" + principal.name(), allowed.costly());
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

    /** Answers something costly when not too many others are at it. */
    Reply costly(Cost cost, Supplier<Reply> answer) {
        if (cost != Cost.COSTLY && cost != Cost.TRIAL) {
            return answer.get();
        }
        if (!costly.tryAcquire()) {
            throw new Problem(ProblemType.BUSY, "too many costly questions at once; nothing was done")
                    .retryAfter(BUSY_RETRY_NANOS);
        }
        try {
            return answer.get();
        } finally {
            costly.release();
        }
    }
}
