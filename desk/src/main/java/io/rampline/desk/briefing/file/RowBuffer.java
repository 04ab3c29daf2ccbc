package io.rampline.desk.briefing.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Collects the bytes of many short rows and hands them on in large pieces. */
final class RowBuffer {
    private static final int PIECE_BYTES = 1 << 18;
    private static final int ROOM_BYTES = 1 << 12;

    private final OutputStream out;
    private byte[] bytes = new byte[PIECE_BYTES + ROOM_BYTES];
    private int size;

    RowBuffer(OutputStream out) {
        this.out = out;
    }

    RowBuffer text(String ascii) throws IOException {
        return bytes(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    RowBuffer bytes(byte[] more) throws IOException {
        if (size + more.length > bytes.length) {
            flush();
            bytes = more.length > bytes.length ? new byte[more.length] : bytes;
        }
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
        return this;
    }

    RowBuffer comma() throws IOException {
        return one((byte) ',');
    }

    RowBuffer number(int value) throws IOException {
        return text(Integer.toString(value));
    }

    void endRow() throws IOException {
        one((byte) '\n');
        if (size >= PIECE_BYTES) {
            flush();
        }
    }

    void flush() throws IOException {
        out.write(bytes, 0, size);
        size = 0;
    }

    private RowBuffer one(byte value) throws IOException {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length + ROOM_BYTES);
        }
        bytes[size++] = value;
        return this;
    }
}
