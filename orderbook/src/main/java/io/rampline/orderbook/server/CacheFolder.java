package io.rampline.orderbook.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where Rampline keeps what it can fetch or make again: the same place where the launcher keeps a fetched JDK. */
final class CacheFolder {
    private CacheFolder() {}

    /** @param environment variables of the process, by name */
    static Path of(Map<String, String> environment) {
        return named(environment, "RAMPLINE_CACHE")
                .or(() -> named(environment, "XDG_CACHE_HOME").map(folder -> folder.resolve("rampline")))
                .or(() -> named(environment, "HOME")
                        .map(home -> home.resolve(".cache").resolve("rampline")))
                .orElseThrow(
                        () -> new DatabaseUnavailable(
                                "neither HOME nor RAMPLINE_CACHE is set, so there is no place for the programs of the database. Maybe set RAMPLINE_CACHE to a folder that you may write."))
                .toAbsolutePath();
    }

    private static Optional<Path> named(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isEmpty())
                .map(Path::of);
    }
}
