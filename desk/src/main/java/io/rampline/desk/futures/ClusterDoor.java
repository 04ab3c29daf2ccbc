package io.rampline.desk.futures;

import io.rampline.simulation.Cluster;
import io.rampline.simulation.ClusterFault;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.Socket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * The door to clusters. Spark brings libraries of its own that do not go together with ours, so it lives behind a class
 * loader that shares with us the plant, the book and the futures, and nothing else. Nothing of it is loaded before
 * somebody asks for a cluster.
 */
public final class ClusterDoor {
    /** Names the folder with the jars of {@code sweep}. */
    public static final String FOLDER = "rampline.sweep";

    private static final String STANDALONE = "spark://";
    private static final int PORT_USUAL = 7077;
    private static final int KNOCK_MILLIS = 5_000;

    private ClusterDoor() {}

    /**
     * Joins a cluster.
     *
     * @param master its address, such as {@code local[2]} or {@code spark://host:7077}
     * @throws ClusterFault when there is none, or no Spark beside this Rampline
     */
    public static Cluster join(String master) {
        expectAnswer(master);
        Path folder = Path.of(System.getProperty(FOLDER, ""));
        if (folder.toString().isEmpty() || !Files.isDirectory(folder)) {
            throw new ClusterFault(
                    "found no Spark beside this Rampline. Maybe start it through ./rampline, which gets it, or name the"
                            + " folder of its jars with -D" + FOLDER + "=FOLDER in RAMPLINE_JAVA_OPTS.",
                    null);
        }
        ClassLoader behind = new URLClassLoader("sweep", jars(folder), new Shared());
        return ServiceLoader.load(Cluster.Way.class, behind)
                .findFirst()
                .orElseThrow(() -> new ClusterFault(
                        "found no way to a cluster in " + folder + ", expected the jar of sweep there", null))
                .join(master);
    }

    /** Spark itself knocks for a minute, and then says that its work was broken off. */
    private static void expectAnswer(String master) {
        if (master.startsWith(STANDALONE)
                && Arrays.stream(master.substring(STANDALONE.length()).split(","))
                        .noneMatch(ClusterDoor::answers)) {
            throw new ClusterFault(
                    "no Spark answers at " + master
                            + ". Maybe host or port is mistyped, or the master of the cluster is not running.",
                    null);
        }
    }

    private static boolean answers(String place) {
        int colon = place.lastIndexOf(':');
        try (Socket knock = new Socket()) {
            int port = colon < 0 ? PORT_USUAL : Integer.parseInt(place.substring(colon + 1));
            knock.connect(new InetSocketAddress(colon < 0 ? place : place.substring(0, colon), port), KNOCK_MILLIS);
            return true;
        } catch (IOException | IllegalArgumentException nobody) {
            return false;
        }
    }

    private static URL[] jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<URL> jars = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(".jar")) {
                    jars.add(url(file));
                }
            }
            return jars.toArray(URL[]::new);
        } catch (IOException unreadable) {
            throw new ClusterFault("cannot read " + folder + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static URL url(Path file) throws MalformedURLException {
        return file.toUri().toURL();
    }

    /** What both sides know. */
    private static final class Shared extends ClassLoader {
        private static final List<String> PACKAGES =
                List.of("io.rampline.factory.", "io.rampline.promise.", "io.rampline.simulation.");

        Shared() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (PACKAGES.stream().anyMatch(name::startsWith)) {
                return ClusterDoor.class.getClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
