package io.rampline.desk.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** Folders that are there for the time of one piece of work. */
public final class LaidOut {
    private LaidOut() {}

    /** Something to do with a folder. */
    public interface Work<T> {
        T with(Path folder) throws IOException;
    }

    /** Lays files into a folder that is gone afterwards: content by path. */
    public static <T> T with(Map<String, byte[]> files, Work<T> work) throws IOException {
        return empty(folder -> {
            for (var file : files.entrySet()) {
                Path path = folder.resolve(file.getKey()).normalize();
                if (!path.startsWith(folder)) {
                    throw new IOException("found a path outside the scenario: " + file.getKey());
                }
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
            return work.with(folder);
        });
    }

    /** An empty folder that is gone afterwards. */
    public static <T> T empty(Work<T> work) throws IOException {
        Path folder = Files.createTempDirectory("rampline-scenario-");
        try {
            return work.with(folder);
        } finally {
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
