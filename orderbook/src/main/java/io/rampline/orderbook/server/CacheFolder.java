package io.rampline.orderbook.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where Rampline keeps what it can fetch or make again: the same place where the launcher keeps a fetched JDK. */
public final class CacheFolder {
    private CacheFolder() {}

    /**
     * The folder, which need not exist.
     *
     * @param environment variables of the process, by name
     * @throws DatabaseUnavailable when the environment names no place
     */
    public static Path of(Map<String, String> environment) {
        return named(environment, "RAMPLINE_CACHE")
                .or(() -> named(environment, "XDG_CACHE_HOME").map(folder -> folder.resolve("rampline")))
                .or(() -> named(environment, "HOME")
                        .map(home -> home.resolve(".cache").resolve("rampline")))
                .orElseThrow(
                        () -> new DatabaseUnavailable(
                                "neither HOME nor RAMPLINE_CACHE is set, so there is no place for the programs of the database and the library of the solver. Maybe set RAMPLINE_CACHE to a folder that you may write."))
                .toAbsolutePath();
    }

    private static Optional<Path> named(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isEmpty())
                .map(Path::of);
    }
}
