package io.rampline.browser;

import io.rampline.proving.served.ServedBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A book served as a user serves it, on a database of its own, in a folder that goes with it. */
final class ServedHouse implements AutoCloseable {
    private static final List<String> JVM =
            List.of("--enable-native-access=ALL-UNNAMED", "-Xmx512m", "-XX:TieredStopAtLevel=1");

    private final Path folder;
    private final ServedBook served;
    private final Map<String, String> tokens = new HashMap<>();

    private ServedHouse(Path folder, ServedBook served) {
        this.folder = folder;
        this.served = served;
    }

    static ServedHouse open(ServedScenario scenario) {
        try {
            Path folder = Files.createTempDirectory("rampline-pages");
            Path made = Files.createDirectory(folder.resolve("scenario"));
            Path data = folder.resolve("data");
            return new ServedHouse(
                    folder,
                    scenario == ServedScenario.LOGIN
                            ? ServedBook.startWithLogin(scenario.folder(made), data, JVM)
                            : ServedBook.start(scenario.folder(made), data, JVM));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** {@code http://127.0.0.1:40123/}. */
    String address() {
        return "http://127.0.0.1:" + served.port() + "/";
    }

    /** The token of somebody in a role, made once. */
    synchronized String token(String name, String role) {
        return tokens.computeIfAbsent(role + ":" + name, _ -> {
            try {
                return ServedBook.token(folder.resolve("data"), name, role);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    @Override
    public void close() throws IOException {
        served.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
