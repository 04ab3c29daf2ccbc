package io.rampline.proving.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk in memory, small enough to be filled. To mount one takes root. */
public final class SmallDisk implements AutoCloseable {
    private static final String SIZE = "260m";

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Mounts one on a new folder below another. */
    public static SmallDisk mount(Path below) throws IOException {
        Path folder = Files.createDirectories(below.resolve("small-disk"));
        run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "none", folder.toString());
        return new SmallDisk(folder);
    }

    public Path folder() {
        return folder;
    }

    /** Has a program of the machine do its work. */
    static void run(String... words) throws IOException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("`" + String.join(" ", words) + "` says: " + said.strip()
                        + ". Maybe run this proof as root, on a machine that lets root mount.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    @Override
    public void close() throws IOException {
        run("umount", folder.toString());
    }
}
