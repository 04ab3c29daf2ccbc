package io.rampline.orderbook.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** A data folder as a first start makes it, made once for all tests and copied: that spares each of them a second. */
final class MadeFolder {
    private MadeFolder() {}

    /** Lays out a data folder in an empty folder and gives that back. */
    static Path in(Path folder) throws IOException {
        List<Path> parts;
        try (Stream<Path> walk = Files.walk(Made.FOLDER)) {
            parts = walk.skip(1).toList();
        }
        for (Path part : parts) {
            Files.copy(part, folder.resolve(Made.FOLDER.relativize(part)), StandardCopyOption.COPY_ATTRIBUTES);
        }
        return folder;
    }

    private static final class Made {
        static final Path FOLDER = make();

        private static Path make() {
            try {
                Path folder = Files.createTempDirectory("rampline-made-folder-");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
                EmbeddedPostgres.start(folder, news -> {}).stop();
                return folder;
            } catch (IOException refused) {
                throw new UncheckedIOException(refused);
            }
        }

        private static void delete(Path folder) {
            try {
                Programs.delete(folder);
            } catch (IOException refused) {
                throw new UncheckedIOException(refused);
            }
        }
    }
}
