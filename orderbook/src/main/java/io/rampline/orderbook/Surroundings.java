package io.rampline.orderbook;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What an engine has around it besides the record: a clock, and other hands. Simulations bring their own. */
public interface Surroundings {
    /** Those of this machine. */
    Surroundings REAL = new Surroundings() {
        @Override
        public long nowMicros() {
            return BookDatabase.nowMicros();
        }

        @Override
        public long steadyNanos() {
            return System.nanoTime();
        }

        @Override
        public void pause(Duration most) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(most.toNanos());
        }

        @Override
        public void aside(Runnable work) {
            // Not a virtual one: those who wait for answers share few threads.
            Thread.ofPlatform().name("snapshot").daemon().start(work);
        }
    };

    /** Wall clock time in microseconds since 1970. Somebody may set that clock, back too. */
    long nowMicros();

    /** Time that only goes forward, in nanoseconds from any moment: to measure how long something takes. */
    long steadyNanos();

    /** Lets time go by. */
    void pause(Duration most) throws InterruptedException;

    /** Has work done beside the engine's own. */
    void aside(Runnable work);
}
