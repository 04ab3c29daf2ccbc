package io.rampline.proving.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One HTTP/1.1 connection, one request at a time. Reads as much of an answer as it takes to know its end. */
final class Connection {
    /** The answer is not whole yet. */
    static final int MORE = 0;
    /** The other side went away. */
    static final int CLOSED = -1;

    private static final int ANSWER_MAX = 1 << 16;

    private final SocketChannel channel;
    private final ByteBuffer in = ByteBuffer.allocate(ANSWER_MAX);
    private long number;
    private long dueNanos;

    Connection(SocketChannel channel) {
        this.channel = channel;
    }

    void send(long requestNumber, long due, byte[] request) throws IOException {
        number = requestNumber;
        dueNanos = due;
        in.clear();
        ByteBuffer out = ByteBuffer.wrap(request);
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }

    /** The status of the answer when it is whole, otherwise {@link #MORE} or {@link #CLOSED}. */
    int receive() throws IOException {
        int read;
        try {
            read = channel.read(in);
        } catch (IOException reset) {
            return CLOSED;
        }
        if (read < 0) {
            return CLOSED;
        }
        byte[] bytes = in.array();
        int length = in.position();
        int head = endOfHead(bytes, length);
        if (head < 0 || length < head + contentLength(bytes, head)) {
            return MORE;
        }
        return 100 * (bytes[9] - '0') + 10 * (bytes[10] - '0') + bytes[11] - '0';
    }

    private static int endOfHead(byte[] bytes, int length) {
        for (int i = 3; i < length; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n' && bytes[i - 3] == '\r') {
                return i + 1;
            }
        }
        return -1;
    }

    private static int contentLength(byte[] bytes, int head) {
        String text = new String(bytes, 0, head, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
        int at = text.indexOf("\r\ncontent-length:");
        if (at < 0) {
            if (text.contains("chunked")) {
                throw new IllegalStateException("found an answer in chunks, expected one with its length");
            }
            return 0;
        }
        int from = at + "\r\ncontent-length:".length();
        return Integer.parseInt(text.substring(from, text.indexOf('\r', from)).trim());
    }

    long number() {
        return number;
    }

    long dueNanos() {
        return dueNanos;
    }

    void close() throws IOException {
        channel.close();
    }
}
