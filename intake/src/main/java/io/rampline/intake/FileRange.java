package io.rampline.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a file from one place to another. */
final class FileRange extends InputStream {
    private final FileChannel channel;
    private long position;
    private final long end;

    FileRange(Path file, long from, long to) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        this.position = from;
        this.end = to;
    }

    /** Behind the first line feed at or after a place; the end of the file where there is none. */
    static long lineAfter(Path file, long place, long size) throws IOException {
        try (FileRange range = new FileRange(file, place, size)) {
            byte[] bytes = new byte[8192];
            for (long at = place; at < size; ) {
                int count = range.read(bytes, 0, bytes.length);
                for (int i = 0; i < count; i++) {
                    if (bytes[i] == '\n') {
                        return at + i + 1;
                    }
                }
                if (count < 0) {
                    break;
                }
                at += count;
            }
            return size;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int wanted = (int) Math.min(length, end - position);
        if (wanted <= 0) {
            return length == 0 ? 0 : -1;
        }
        int count = channel.read(ByteBuffer.wrap(bytes, offset, wanted), position);
        position += Math.max(0, count);
        return count;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
