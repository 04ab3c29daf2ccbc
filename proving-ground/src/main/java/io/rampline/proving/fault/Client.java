package io.rampline.proving.fault;

import io.rampline.proving.served.Exchange;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/**
 * Somebody who books and cancels over HTTP without a pause, keeps what was acknowledged in a ledger of his own, and
 * asks again with the same id for as long as he does not know.
 */
final class Client implements Runnable {
    private static final long PAUSE_NANOS = 20_000_000;

    private final String name;
    private final Random random;
    private final IntSupplier port;
    private final Ledger ledger;
    private volatile boolean over;
    private long serial;

    /** What clients were told, by order id: the position of the booking and of the cancellation. */
    static final class Ledger {
        final Map<String, Long> booked = new ConcurrentHashMap<>();
        final Map<String, Long> cancelled = new ConcurrentHashMap<>();
        final Map<String, String> wrong = new ConcurrentHashMap<>();
        final AtomicLong acknowledged = new AtomicLong();
        final AtomicLong askedAgain = new AtomicLong();

        /** Enters an answer that says something was done. */
        void enter(boolean cancels, String orderId, Exchange.Answer answer) {
            if (answer.position().isEmpty()) {
                wrong.put(orderId, answer.toString());
                return;
            }
            (cancels ? cancelled : booked).put(orderId, answer.position().getAsLong());
            acknowledged.incrementAndGet();
        }
    }

    Client(String name, long seed, IntSupplier port, Ledger ledger) {
        this.name = name;
        this.random = new Random(seed);
        this.port = port;
        this.ledger = ledger;
    }

    /** Lets him end what he is at, and go. */
    void end() {
        over = true;
    }

    @Override
    public void run() {
        String last = "";
        while (!over) {
            boolean cancels = !last.isEmpty() && random.nextInt(6) == 0;
            String id = cancels ? last : name + "-" + serial++;
            insist(cancels, id);
            last = cancels ? "" : id;
        }
    }

    /** Asks until there is an answer, or he has to go without one. */
    private void insist(boolean cancels, String id) {
        byte[] request = cancels ? Exchange.cancellation(id) : Exchange.booking(id);
        for (int tries = 0; !over || tries == 0; tries++) {
            if (tries > 0) {
                ledger.askedAgain.incrementAndGet();
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            try {
                Exchange.Answer answer = Exchange.ask(port.getAsInt(), request);
                if (answer.isDone()) {
                    ledger.enter(cancels, id, answer);
                    return;
                }
                if (!answer.isNotNow()) {
                    ledger.wrong.put(id, answer.toString());
                    return;
                }
            } catch (IOException cut) {
                // He asks again.
            }
        }
    }
}
