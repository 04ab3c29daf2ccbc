package io.rampline.proving.prove;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A bug to be planted into a copy of one source file, and the proof that must catch it.
 *
 * @param name what goes wrong, for people
 * @param file below the root of the source tree
 * @param find stands in the file exactly once
 * @param replace comes in its place
 * @param proof that must break
 * @param trials of that proof
 */
record PlantedBug(String name, String file, String find, String replace, Proof proof, int trials) {
    private static final String RESOURCES = "/src/main/resources/";

    /**
     * The file with the bug in it.
     *
     * @throws IOException when the text to be replaced is not there once
     */
    String planted(Path root) throws IOException {
        String source = Files.readString(root.resolve(file));
        int at = source.indexOf(find);
        if (at < 0 || source.indexOf(find, at + 1) >= 0) {
            throw new IOException("found \"" + find + "\" " + (at < 0 ? "nowhere" : "more than once") + " in " + file
                    + ", expected it once, to plant there: " + name);
        }
        return source.replace(find, replace);
    }

    boolean isSource() {
        return file.endsWith(".java");
    }

    /** Where a resource lies on the class path. */
    String onClassPath() {
        return file.substring(file.indexOf(RESOURCES) + RESOURCES.length());
    }
}
