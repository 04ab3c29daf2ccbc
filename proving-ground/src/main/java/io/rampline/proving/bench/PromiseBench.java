package io.rampline.proving.bench;

import io.rampline.promise.PromiseEngine;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One order dated from a book of a million over 60 resources and 520 weeks; the book starts empty again when all are
 * dated.
 */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PromiseBench {
    private static final int ORDERS = 1_000_000;

    private final PromiseEngine engine = WideBook.engine(ORDERS);
    /** What dating an order reads and writes in the columns comes to three longs. */
    private final long[] columns = new long[3 * ORDERS];

    private int next;

    /** Promises a second, one core. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    public int promiseOneOrder() {
        return dateNext();
    }

    /** Time of one promise: the percentiles. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    public int timeOfOnePromise() {
        return dateNext();
    }

    /** The memory limit: reading and writing the same columns, order after order, and nothing else. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    public long plainScanOfOneOrder() {
        next = next == ORDERS - 1 ? 0 : next + 1;
        long sum = columns[3 * next] + columns[3 * next + 1];
        columns[3 * next + 2] = sum + next;
        return sum;
    }

    private int dateNext() {
        if (next == ORDERS) {
            engine.forgetDates();
            next = 0;
        }
        return engine.promise(next++);
    }
}
