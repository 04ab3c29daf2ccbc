package io.rampline.orderbook.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Lays out the files of a tar archive: as much of the format (POSIX ustar and GNU's long names) as the archives of the
 * database's programs use. What it does not know it refuses; owners and times are left to the file system.
 */
final class TarFile {
    private static final int BLOCK_BYTES = 512;
    private static final int LONG_NAME_BYTES_MAX = 4_096;

    private final InputStream in;
    private final Path folder;

    private TarFile(InputStream in, Path folder) {
        this.in = in;
        this.folder = folder;
    }

    /**
     * @param in the archive, not packed; it is read to its end mark
     * @param folder an existing folder; nothing is written outside of it
     * @throws IOException when the archive is cut or of another kind, or the disk refuses
     */
    static void unpack(InputStream in, Path folder) throws IOException {
        new TarFile(in, folder).unpack();
    }

    private void unpack() throws IOException {
        String longName = "";
        byte[] header = block();
        while (header[0] != 0) {
            long size = octal(header, 124, 12);
            String name = longName.isEmpty() ? name(header) : longName;
            longName = "";
            switch (header[156]) {
                case '0', 0 -> file(name, size, octal(header, 100, 8));
                case '5' -> Files.createDirectories(inside(name));
                case '2' -> link(name, text(header, 157, 100));
                case 'L' -> longName = longName(size);
                // Extended headers repeat what is in the plain one, to a finer grain.
                case 'x', 'g' -> in.skipNBytes(size + padding(size));
                default -> throw new IOException("an entry of unknown kind " + (char) header[156] + ": " + name);
            }
            header = block();
        }
    }

    private byte[] block() throws IOException {
        byte[] block = in.readNBytes(BLOCK_BYTES);
        if (block.length < BLOCK_BYTES) {
            throw new IOException("the archive ends in the midst of it");
        }
        return block;
    }

    private void file(String name, long size, long mode) throws IOException {
        Path file = inside(name);
        Files.createDirectories(file.resolveSibling(""));
        try (OutputStream out = Files.newOutputStream(file)) {
            copy(size, out);
        }
        in.skipNBytes(padding(size));
        boolean program = (mode & 0100) != 0;
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private void copy(long size, OutputStream out) throws IOException {
        byte[] some = new byte[1 << 16];
        long left = size;
        while (left > 0) {
            int read = in.read(some, 0, (int) Math.min(some.length, left));
            if (read < 0) {
                throw new IOException("the archive ends in the midst of a file");
            }
            out.write(some, 0, read);
            left -= read;
        }
    }

    private void link(String name, String aim) throws IOException {
        Path link = inside(name);
        if (!link.resolveSibling(aim).normalize().startsWith(folder)) {
            throw new IOException("a link that leads out of the archive: " + name + " -> " + aim);
        }
        Files.createDirectories(link.resolveSibling(""));
        Files.createSymbolicLink(link, Path.of(aim));
    }

    private String longName(long size) throws IOException {
        if (size > LONG_NAME_BYTES_MAX) {
            throw new IOException("a name of " + size + " bytes, at most " + LONG_NAME_BYTES_MAX);
        }
        byte[] name = in.readNBytes((int) size);
        in.skipNBytes(padding(size));
        return text(name, 0, name.length);
    }

    private Path inside(String name) throws IOException {
        Path path = folder.resolve(name).normalize();
        if (!path.startsWith(folder)) {
            throw new IOException("a name that leads out of the archive: " + name);
        }
        return path;
    }

    private static String name(byte[] header) {
        String name = text(header, 0, 100);
        // GNU's own headers use the room of the prefix for other things.
        boolean posix = text(header, 257, 6).equals("ustar") && header[263] == '0';
        String prefix = posix ? text(header, 345, 155) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static String text(byte[] bytes, int from, int length) {
        int end = from;
        while (end < from + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, UTF_8);
    }

    private static long octal(byte[] header, int from, int length) throws IOException {
        String digits =
                new String(header, from, length, ISO_8859_1).replace('\0', ' ').strip();
        try {
            return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
        } catch (NumberFormatException unreadable) {
            throw new IOException("not a tar archive: found '" + digits + "', expected an octal number", unreadable);
        }
    }

    private static long padding(long size) {
        return (BLOCK_BYTES - size % BLOCK_BYTES) % BLOCK_BYTES;
    }
}
