package io.rampline.proving.served;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One HTTP request on a connection of its own, and its answer. What is sent is known to the byte, so that it can be cut
 * off after any of them; an answer that is not whole is none.
 */
public final class Exchange {
    private static final Pattern POSITION = Pattern.compile("\"position\":(\\d+)");
    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length:\\s*(\\d+)");
    private static final String HEAD_END = "\r\n\r\n";
    private static final int CONNECT_MILLIS = 2_000;
    private static final int ANSWER_MILLIS = 40_000;

    private Exchange() {}

    /** What was said. */
    public record Answer(int status, String body) {
        /** It was done, or had been done before. */
        public boolean isDone() {
            return status == 200 || status == 201;
        }

        /** Nobody says that it was done, and nobody that it was not: ask again. */
        public boolean isNotNow() {
            return status == 503;
        }

        /** The first position it names: where the thing stands in the book. */
        public OptionalLong position() {
            Matcher matcher = POSITION.matcher(body);
            return matcher.find() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
        }
    }

    /** Books an order of the one product there is. */
    public static byte[] booking(String orderId) {
        String body = "{\"model\":\"A\",\"trim\":\"x\"}";
        return request("PUT", "/api/v1/orders/" + orderId, "Content-Type: application/json\r\n", body);
    }

    /** Cancels an order, under a key of its own, so that it can be asked again. */
    public static byte[] cancellation(String orderId) {
        return request("DELETE", "/api/v1/orders/" + orderId, "Idempotency-Key: cancel-" + orderId + "\r\n", "");
    }

    /** Asks for what is at a path. */
    public static byte[] reading(String path) {
        return request("GET", path, "", "");
    }

    private static byte[] request(String method, String path, String head, String body) {
        String length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
        return (method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + head + length + "Connection: close\r\n\r\n"
                        + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** A connection to a port of this machine, without small delays. */
    public static Socket connect(int port) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
        socket.setSoTimeout(ANSWER_MILLIS);
        socket.setTcpNoDelay(true);
        return socket;
    }

    /**
     * Asks on a connection of its own.
     *
     * @throws IOException when no whole answer came
     */
    public static Answer ask(int port, byte[] request) throws IOException {
        try (Socket socket = connect(port)) {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return read(socket.getInputStream());
        }
    }

    private static Answer read(InputStream in) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] bytes = new byte[1 << 13];
        for (int got = in.read(bytes); got >= 0; got = in.read(bytes)) {
            read.write(bytes, 0, got);
            String text = read.toString(StandardCharsets.UTF_8);
            int head = text.indexOf(HEAD_END);
            if (head > 0 && read.size() >= head + HEAD_END.length() + length(text.substring(0, head))) {
                return new Answer(Integer.parseInt(text.substring(9, 12)), text.substring(head + HEAD_END.length()));
            }
        }
        throw new IOException("the connection ended before the answer was whole: " + read.size() + " bytes came");
    }

    private static int length(String head) throws IOException {
        Matcher matcher = LENGTH.matcher(head.toLowerCase(Locale.ROOT));
        if (!matcher.find()) {
            throw new IOException("found an answer that does not say its length:\n" + head);
        }
        return Integer.parseInt(matcher.group(1));
    }
}
