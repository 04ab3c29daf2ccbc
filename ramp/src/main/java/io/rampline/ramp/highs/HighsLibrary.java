package io.rampline.ramp.highs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * The library of the solver, unpacked once for each version into the cache. It appears there by one rename, so that two
 * processes that unpack at once do not meet half a file.
 */
final class HighsLibrary {
    /** Version of the jar that the library comes in. */
    static final String VERSION = "9.15.6755";

    private HighsLibrary() {}

    /** The library for this machine. */
    static Path in(Path cacheFolder) {
        return in(cacheFolder, System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /**
     * The library for a machine.
     *
     * @throws SolverUnavailable when there is none, or it cannot be unpacked
     */
    static Path in(Path cacheFolder, String system, String processor) {
        String resource = resource(system, processor);
        String file = resource.substring(resource.lastIndexOf('/') + 1);
        String platform = resource.substring(1, resource.lastIndexOf('/'));
        Path folder = cacheFolder.resolve("highs-" + VERSION + "-" + platform);
        Path library = folder.resolve(file);
        if (Files.isRegularFile(library)) {
            return library;
        }
        try (InputStream packed = HighsLibrary.class.getResourceAsStream(resource)) {
            if (packed == null) {
                throw new SolverUnavailable("no solver library for " + system + " on " + processor
                        + " is in this build (looked for " + resource
                        + " on the class path). Maybe build Rampline on this machine: a build holds the solver of the"
                        + " machine that it was made on.");
            }
            Files.createDirectories(folder);
            Path aside = Files.createTempFile(folder, "unpacking-", ".part");
            Files.copy(packed, aside, StandardCopyOption.REPLACE_EXISTING);
            Files.move(aside, library, StandardCopyOption.ATOMIC_MOVE);
            return library;
        } catch (IOException refused) {
            throw new SolverUnavailable(
                    "the solver library cannot be unpacked into " + folder + ": " + refused.getMessage()
                            + ". Maybe set RAMPLINE_CACHE to a folder that you may write, on a disk with room.",
                    refused);
        }
    }

    private static String resource(String system, String processor) {
        String name = system.toLowerCase(Locale.ROOT);
        boolean arm = processor.equals("aarch64") || processor.equals("arm64");
        boolean amd = processor.equals("amd64") || processor.equals("x86_64");
        String on = arm ? "aarch64" : amd ? "x86-64" : "";
        if (!on.isEmpty() && name.equals("linux")) {
            return "/ortools-linux-" + on + "/libhighs.so.1";
        }
        if (!on.isEmpty() && name.startsWith("mac")) {
            return "/ortools-darwin-" + on + "/libhighs.1.dylib";
        }
        throw new SolverUnavailable("found " + system + " on " + processor
                + ", expected Linux or macOS on amd64 or aarch64: there is no solver library for anything else. Maybe"
                + " compute the timetable on another machine; all else works here.");
    }
}
