package io.rampline.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The books that tests look at. */
enum ServedScenario {
    /** A few orders, some steps: nearly every test does with it. */
    TINY {
        @Override
        Path folder(Path made) {
            return EXAMPLES.resolve("tiny");
        }
    },
    /** As it is on the first day: everything but orders. */
    EMPTY {
        @Override
        Path folder(Path made) throws IOException {
            Path orders = copy("tiny", made).resolve("orders.csv");
            Files.write(orders, List.of(Files.readAllLines(orders).getFirst()));
            return made;
        }
    };

    private static final Path EXAMPLES = Path.of("..", "examples");

    /**
     * Where the scenario lies.
     *
     * @param made an empty folder, for a scenario that is made for tests
     */
    abstract Path folder(Path made) throws IOException;

    /** The files of an example, to be changed. */
    static Path copy(String example, Path to) throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES.resolve(example))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return to;
    }
}
