package io.rampline.sweep;

import io.rampline.factory.Scenario;
import io.rampline.promise.OrderTable;
import io.rampline.simulation.Snapshot;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;

/**
 * How Spark is set. What the user sets as a system property ({@code -Dspark.executor.memory=4g}) comes first; Spark
 * reads those by itself.
 */
final class SparkSettings {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String SCALA = "2.13";

    private SparkSettings() {}

    static SparkConf of(String master) {
        SparkConf settings = new SparkConf().setMaster(master).setIfMissing("spark.app.name", "rampline");
        settings.setIfMissing("spark.ui.enabled", "false");
        settings.setIfMissing("spark.ui.showConsoleProgress", "false");
        // Counts are added up as they come in and not kept.
        settings.setIfMissing("spark.driver.maxResultSize", "0");
        settings.setIfMissing("spark.locality.wait", "0s");
        if (master.startsWith("local")) {
            settings.setIfMissing("spark.driver.host", LOOPBACK);
            settings.setIfMissing("spark.driver.bindAddress", LOOPBACK);
        }
        if (!runsInThisProcess(master)) {
            // Without it the script that starts executors looks for the sources of Spark.
            settings.setIfMissing("spark.executorEnv.SPARK_SCALA_VERSION", SCALA);
            takeAlong(settings);
        }
        return settings;
    }

    static boolean runsInThisProcess(String master) {
        return master.equals("local") || master.startsWith("local[");
    }

    /** Jars are fetched by the executors; folders of classes are there only on this machine. */
    private static void takeAlong(SparkConf settings) {
        List<Path> places = Stream.of(SparkSettings.class, Snapshot.class, OrderTable.class, Scenario.class)
                .map(SparkSettings::placeOf)
                .distinct()
                .toList();
        String jars = places.stream()
                .filter(Files::isRegularFile)
                .map(place -> place.toUri().toString())
                .collect(Collectors.joining(","));
        String folders = places.stream()
                .filter(Files::isDirectory)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        if (!jars.isEmpty()) {
            settings.set("spark.jars", jars);
        }
        if (!folders.isEmpty()) {
            settings.set("spark.executor.extraClassPath", folders);
        }
    }

    private static Path placeOf(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IllegalStateException("nobody knows where " + type + " came from");
        }
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException odd) {
            throw new IllegalStateException("found " + type + " at the odd place " + source.getLocation(), odd);
        }
    }
}
