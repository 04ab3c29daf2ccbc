package io.rampline.sweep;

import io.rampline.simulation.Cluster;
import io.rampline.simulation.ClusterFault;
import io.rampline.simulation.Snapshot;
import io.rampline.simulation.Stretch;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction0;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * A Spark application that lives through futures. Every stretch is a task of one job; Spark gives a task to another
 * executor when the one that had it is lost, and hands each result over once. The counts of a stretch are whole numbers
 * that follow from the snapshot and the stretch alone, so neither who counted nor how often it was tried can show.
 *
 * <p>Snapshots go out once to each executor, by broadcast. For one thread at a time.
 */
final class SparkCluster implements Cluster {
    private static final long POLL_MILLIS = 50;

    private final JavaSparkContext spark;
    private final String run = UUID.randomUUID().toString();
    private final IdentityHashMap<Snapshot, Broadcast<byte[]>> sent = new IdentityHashMap<>();

    private static final class Arrived {
        private final int number;
        private final byte[] counts;

        Arrived(int number, byte[] counts) {
            this.number = number;
            this.counts = counts;
        }
    }

    private SparkCluster(JavaSparkContext spark) {
        this.spark = spark;
    }

    static SparkCluster join(String master) {
        SparkConf settings = SparkSettings.of(master);
        try {
            return inOwnWorld(() -> new SparkCluster(new JavaSparkContext(settings)));
        } catch (Exception refused) {
            // Scala declares nothing: what comes may be a checked exception.
            throw new ClusterFault(
                    "found no Spark at " + master + ": " + firstLine(refused)
                            + ". Maybe local[2] for two threads of this machine, or spark://HOST:7077 for a cluster that"
                            + " runs.",
                    refused);
        }
    }

    @Override
    public int places() {
        return Math.max(1, spark.defaultParallelism());
    }

    @Override
    public void live(List<Snapshot> books, List<Stretch> stretches, Reception reception) {
        if (stretches.isEmpty()) {
            return;
        }
        inOwnWorld(() -> {
            BlockingQueue<Arrived> arrived = new LinkedBlockingQueue<>();
            SimpleFutureAction<String> job = begin(books, stretches, arrived);
            try {
                receive(stretches.size(), job, arrived, reception);
            } finally {
                job.cancel();
            }
            return "";
        });
    }

    private SimpleFutureAction<String> begin(
            List<Snapshot> books, List<Stretch> stretches, BlockingQueue<Arrived> arrived) {
        try {
            return submit(books, stretches, arrived);
        } catch (Exception refused) {
            throw gaveUp(refused);
        }
    }

    private SimpleFutureAction<String> submit(
            List<Snapshot> books, List<Stretch> stretches, BlockingQueue<Arrived> arrived) {
        List<Broadcast<byte[]>> everywhere = new ArrayList<>();
        for (Snapshot book : books) {
            everywhere.add(sent.computeIfAbsent(book, each -> spark.broadcast(SnapshotBytes.bytes(each))));
        }
        List<long[]> tasks = new ArrayList<>();
        List<Object> numbers = new ArrayList<>();
        for (Stretch stretch : stretches) {
            numbers.add(tasks.size());
            tasks.add(new long[] {stretch.book(), stretch.seed(), stretch.first(), stretch.until()});
        }
        JavaRDD<long[]> tasksOfSpark = spark.parallelize(tasks, tasks.size());
        return spark.sc()
                .submitJob(
                        tasksOfSpark.rdd(),
                        new CountStretch(run, everywhere),
                        CollectionConverters.asScala(numbers).toSeq(),
                        new AbstractFunction2<Object, byte[], BoxedUnit>() {
                            // Spark's scheduler calls this and does nothing else meanwhile, so it only takes note.
                            @Override
                            public BoxedUnit apply(Object number, byte[] counts) {
                                arrived.add(new Arrived((Integer) number, counts));
                                return BoxedUnit.UNIT;
                            }
                        },
                        new AbstractFunction0<String>() {
                            @Override
                            public String apply() {
                                return "";
                            }
                        });
    }

    private static void receive(
            int stretches, SimpleFutureAction<String> job, BlockingQueue<Arrived> arrived, Reception reception) {
        int taken = 0;
        while (taken < stretches && reception.goOn()) {
            Arrived next = next(arrived);
            if (next != null) {
                reception.take(next.number, SparseCounts.counts(next.counts));
                taken++;
            } else if (job.isCompleted() && arrived.isEmpty() && taken < stretches) {
                if (reception.goOn()) {
                    throw fault(job);
                }
                return;
            }
        }
    }

    private static @Nullable Arrived next(BlockingQueue<Arrived> arrived) {
        try {
            return arrived.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted among the futures", ended);
        }
    }

    private static ClusterFault fault(SimpleFutureAction<String> job) {
        Throwable why = job.value().isDefined() && job.value().get().isFailure()
                ? job.value().get().failed().get()
                : new IllegalStateException("the job ended without its last results");
        return gaveUp(why);
    }

    private static ClusterFault gaveUp(Throwable why) {
        return new ClusterFault(
                "Spark gave up: " + firstLine(why)
                        + ". Maybe its executors have too little memory; -Drampline.spark.log=info in RAMPLINE_JAVA_OPTS shows"
                        + " what it says.",
                why);
    }

    private static String firstLine(Throwable fault) {
        String message = String.valueOf(fault.getMessage());
        return message.lines().findFirst().orElse("").replaceAll("\\.$", "");
    }

    @Override
    public void close() {
        inOwnWorld(() -> {
            spark.close();
            return "";
        });
    }

    /** Spark looks for its classes, and for those of its tasks, where the thread says. */
    private static <T> T inOwnWorld(Supplier<T> work) {
        Thread here = Thread.currentThread();
        ClassLoader before = here.getContextClassLoader();
        here.setContextClassLoader(SparkCluster.class.getClassLoader());
        try {
            return work.get();
        } finally {
            here.setContextClassLoader(before);
        }
    }
}
