package io.rampline.orderbook.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of the database, unpacked once for each version into the cache. They appear there by one rename, so
 * there is never half of them; whoever comes second throws its own away. Nothing deletes a version that is there: a
 * running server loads parts of itself late.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record Programs(Path folder) {
    /** That of the archive on the class path; a test compares it with what the server says of itself. */
    static final String VERSION = "18.6.0";

    /** Data of one major version cannot be read by another. */
    static final String MAJOR = VERSION.substring(0, VERSION.indexOf('.'));

    private static final String ASIDE = "unpacking-";
    private static final Duration LEFT_BY_THE_DEAD = Duration.ofDays(1);

    Path initdb() {
        return folder.resolve("bin").resolve("initdb");
    }

    Path pgCtl() {
        return folder.resolve("bin").resolve("pg_ctl");
    }

    Path postgres() {
        return folder.resolve("bin").resolve("postgres");
    }

    static Programs in(Path cache, Consumer<String> says) {
        String platform = platform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        Path folder = cache.resolve("postgresql-" + VERSION + "-" + platform);
        if (Files.isDirectory(folder)) {
            return new Programs(folder);
        }
        says.accept("unpacking PostgreSQL " + VERSION + " into " + folder + " (once, 60 MB)");
        try {
            Files.createDirectories(cache);
            sweep(cache);
            Path aside = Files.createTempDirectory(cache, ASIDE);
            try {
                unpack(platform, aside);
                moveInto(folder, aside);
            } finally {
                delete(aside);
            }
        } catch (IOException refused) {
            throw new DatabaseUnavailable(
                    "the programs of the database cannot be unpacked into " + folder + ": " + Trouble.reason(refused)
                            + ". Maybe the disk is full; or set RAMPLINE_CACHE to a folder that you may write.",
                    refused);
        }
        return new Programs(folder);
    }

    /** The name that the archive of a platform carries. */
    static String platform(String system, String processor) {
        String kernel = system.toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : system.toLowerCase(Locale.ROOT);
        String kind = switch (processor) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> processor;
        };
        return kernel.replace(' ', '_') + "-" + kind;
    }

    private static void unpack(String platform, Path folder) throws IOException {
        String archive = "/postgres-" + platform + ".txz";
        try (InputStream packed = Programs.class.getResourceAsStream(archive)) {
            if (packed == null) {
                throw new DatabaseUnavailable(
                        "this build of Rampline brings no database for " + platform
                                + ". Maybe build it on this machine with ./rampline, or name a PostgreSQL of your own with --database URL.");
            }
            TarFile.unpack(new XZInputStream(packed), folder);
        }
    }

    private static void moveInto(Path folder, Path aside) throws IOException {
        try {
            Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException another) {
            // Another start was quicker, with the same files.
        } catch (IOException refused) {
            if (!Files.isDirectory(folder)) {
                throw refused;
            }
        }
    }

    /** Takes away what an unpacking that was killed has left. */
    private static void sweep(Path cache) throws IOException {
        Instant longAgo = Instant.now().minus(LEFT_BY_THE_DEAD);
        try (Stream<Path> entries = Files.list(cache)) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                if (entry.getFileName().toString().startsWith(ASIDE)
                        && Files.getLastModifiedTime(entry).toInstant().isBefore(longAgo)) {
                    delete(entry);
                }
            }
        } catch (UncheckedIOException refused) {
            throw refused.getCause();
        }
    }

    /** Deletes a folder with all that is in it; does nothing when it is not there. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException refused) throws IOException {
                if (refused != null) {
                    throw refused;
                }
                Files.deleteIfExists(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
