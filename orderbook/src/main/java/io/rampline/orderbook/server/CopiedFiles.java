package io.rampline.orderbook.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Files copied into a folder, with the sum of each; safely on the disk once {@link #settle} has ended. */
final class CopiedFiles {
    /** Holds lines as {@code sha256sum} writes them, so that it can check them, too. */
    static final String SUMS = "SHA256SUMS";

    private static final Set<PosixFilePermission> ONLY_ME = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> ONLY_MY_FOLDER = PosixFilePermissions.fromString("rwx------");

    private static final int WAITING_AT_ONCE = 16;

    private final Path folder;
    private final SortedMap<String, String> sums = new TreeMap<>();
    private long bytes;

    /** @param folder is made; nothing may be there yet */
    CopiedFiles(Path folder) throws IOException {
        this.folder = Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(ONLY_MY_FOLDER));
    }

    int count() {
        return sums.size();
    }

    long bytes() {
        return bytes;
    }

    void makeFolder(String name) throws IOException {
        Files.createDirectories(folder.resolve(name), PosixFilePermissions.asFileAttribute(ONLY_MY_FOLDER));
    }

    /** @param name with its path in the folder */
    void write(String name, byte[] content) throws IOException {
        try (FileChannel file = create(name);
                OutputStream out = summing(name, file)) {
            out.write(content);
        }
    }

    /** Does nothing when the file is gone: a server deletes files of tables that are dropped. */
    void copy(Path from, String name) throws IOException {
        try (FileChannel source = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel file = create(name);
                OutputStream out = summing(name, file)) {
            bytes += Channels.newInputStream(source).transferTo(out);
        } catch (NoSuchFileException gone) {
            if (Files.exists(from)) {
                throw gone;
            }
        }
    }

    private FileChannel create(String name) throws IOException {
        return FileChannel.open(
                folder.resolve(name),
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(ONLY_ME));
    }

    private OutputStream summing(String name, FileChannel file) {
        MessageDigest digest = sha256();
        return new DigestOutputStream(Channels.newOutputStream(file), digest) {
            @Override
            public void close() throws IOException {
                sums.put(name, HexFormat.of().formatHex(digest.digest()));
                super.close();
            }
        };
    }

    /** Writes down the sums. */
    void writeSums() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Map.Entry<String, String> sum : sums.entrySet()) {
            lines.append(sum.getValue()).append("  ").append(sum.getKey()).append('\n');
        }
        Files.writeString(folder.resolve(SUMS), lines);
    }

    /** Waits until all is on the disk. Many wait at once, because a disk writes many files in one go. */
    void settle() throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.toList();
        }
        try (ExecutorService waiting = Executors.newFixedThreadPool(WAITING_AT_ONCE)) {
            List<Future<?>> settled = new ArrayList<>();
            for (Path file : all) {
                settled.add(waiting.submit(() -> {
                    Cluster.settleOnDisk(file);
                    return file;
                }));
            }
            for (Future<?> one : settled) {
                one.get();
            }
        } catch (ExecutionException refused) {
            throw new IOException("not all of " + folder + " is on the disk", refused.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + folder + " was written to the disk", interrupted);
        }
    }

    /**
     * Compares with the sums that a copy was written with.
     *
     * @throws DatabaseUnavailable when a file is missing or other than it was written
     */
    void mustEqual(Map<String, String> written, Path copy) {
        for (Map.Entry<String, String> sum : written.entrySet()) {
            String found = sums.get(sum.getKey());
            if (!sum.getValue().equals(found)) {
                throw new DatabaseUnavailable("the backup " + copy + " is damaged: " + sum.getKey()
                        + (found == null ? " is missing" : " is not as it was written")
                        + ". Maybe take an older backup.");
            }
        }
    }

    /** The sums that a copy was written with, by the names of its files. */
    static SortedMap<String, String> sumsOf(Path copy) throws IOException {
        Path file = copy.resolve(SUMS);
        if (!Files.isRegularFile(file)) {
            throw new DatabaseUnavailable(copy + " is not a whole backup: expected " + SUMS
                    + " in it. Maybe name the folder that `rampline backup` wrote.");
        }
        SortedMap<String, String> sums = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            int gap = line.indexOf("  ");
            if (gap < 0) {
                throw new DatabaseUnavailable(file + " is damaged: found `" + line
                        + "`, expected a sum and a name. Maybe take an older backup.");
            }
            sums.put(line.substring(gap + 2), line.substring(0, gap).toLowerCase(Locale.ROOT));
        }
        return sums;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
