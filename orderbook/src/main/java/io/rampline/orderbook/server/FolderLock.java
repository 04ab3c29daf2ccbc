package io.rampline.orderbook.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a data folder to one Rampline at a time. The kernel takes the lock back when its process ends, however it ends,
 * so it cannot be left over. Within one process the kernel would let a second one in, and would drop the lock when that
 * one closes the file; so the process also remembers for itself.
 */
final class FolderLock implements AutoCloseable {
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * @param folder the data folder by its real path
     * @throws DatabaseUnavailable when another process, or another part of this one, holds it
     */
    static FolderLock take(Path folder) throws IOException {
        Path file = folder.resolve("lock");
        if (!HELD_HERE.add(file)) {
            throw taken(folder, "this very process");
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw taken(folder, holder(file));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(
                    ("process " + ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)));
            FileChannel held = channel;
            channel = null;
            return new FolderLock(file, held);
        } finally {
            if (channel != null) {
                channel.close();
                HELD_HERE.remove(file);
            }
        }
    }

    private static String holder(Path file) throws IOException {
        String written = Files.readString(file).strip();
        return written.isEmpty() ? "another process" : written;
    }

    private static DatabaseUnavailable taken(Path folder, String holder) {
        return new DatabaseUnavailable("the data folder " + folder + " is in use by another Rampline (" + holder
                + "). Maybe stop that one, ask it over HTTP instead, or take another folder with --data DIR.");
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
