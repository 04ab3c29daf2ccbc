package io.rampline.proving.bench;

import io.rampline.promise.PromiseEngine;
import io.rampline.proving.peer.PeerWorkload;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A million orders promised again from scratch. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RepromiseBench {
    private static final int ORDERS = 1_000_000;

    /** The book: the peers' workload in both forms, and the one over 60 resources and 520 weeks. */
    @Param({"ob60", "ob60-flex", "wide"})
    public String book = "ob60";

    private PromiseEngine engine = new PeerWorkload(1, false).engine();

    /** Makes the book. */
    @Setup
    public void makeBook() {
        engine = book.equals("wide")
                ? WideBook.engine(ORDERS)
                : new PeerWorkload(ORDERS, book.equals("ob60-flex")).engine();
    }

    /** Milliseconds for the whole book. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public int promiseAll() {
        engine.promiseAll();
        return engine.buildBucket(ORDERS - 1);
    }
}
