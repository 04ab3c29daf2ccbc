package io.rampline.proving.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/**
 * Somebody who books and cancels without a pause, keeps what was acknowledged in a ledger of his own, and asks again
 * with the same id for as long as he does not know.
 */
final class Client implements Runnable {
    private static final int ANSWER_MILLIS = 40_000;
    private static final int CONNECT_MILLIS = 2_000;
    private static final long PAUSE_NANOS = 20_000_000;

    private final String name;
    private final Random random;
    private final IntSupplier port;
    private final Ledger ledger;
    private volatile boolean over;
    private long serial;

    /** What clients were told, by order id: the position of the booking and of the cancellation. */
    static final class Ledger {
        final Map<String, Long> booked = new ConcurrentHashMap<>();
        final Map<String, Long> cancelled = new ConcurrentHashMap<>();
        final Map<String, String> wrong = new ConcurrentHashMap<>();
        final AtomicLong acknowledged = new AtomicLong();
        final AtomicLong askedAgain = new AtomicLong();
    }

    Client(String name, long seed, IntSupplier port, Ledger ledger) {
        this.name = name;
        this.random = new Random(seed);
        this.port = port;
        this.ledger = ledger;
    }

    /** Lets him end what he is at, and go. */
    void end() {
        over = true;
    }

    @Override
    public void run() {
        String last = "";
        while (!over) {
            boolean cancels = !last.isEmpty() && random.nextInt(6) == 0;
            String id = cancels ? last : name + "-" + serial++;
            long position = insist((cancels ? "CANCEL " : "BOOK ") + id);
            if (position > 0) {
                (cancels ? ledger.cancelled : ledger.booked).put(id, position);
                ledger.acknowledged.incrementAndGet();
            }
            last = cancels ? "" : id;
        }
    }

    /** Asks until there is an answer; 0 when he has to go without one. */
    private long insist(String request) {
        for (int tries = 0; !over || tries == 0; tries++) {
            if (tries > 0) {
                ledger.askedAgain.incrementAndGet();
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            try (Socket socket = connect(port.getAsInt())) {
                String answer = ask(socket, request);
                if (answer.startsWith("OK ")) {
                    return Long.parseLong(answer.split(" ", -1)[1]);
                }
                if (answer.startsWith("NO ") || answer.equals("MALFORMED")) {
                    ledger.wrong.put(request, answer);
                    return 0;
                }
            } catch (IOException cut) {
                // He asks again.
            }
        }
        return 0;
    }

    static Socket connect(int port) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
        socket.setSoTimeout(ANSWER_MILLIS);
        socket.setTcpNoDelay(true);
        return socket;
    }

    static String ask(Socket socket, String request) throws IOException {
        socket.getOutputStream().write((request + ".\n").getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        String answer = in.readLine();
        if (answer == null) {
            throw new IOException("the connection ended without an answer");
        }
        return answer;
    }
}
