package io.rampline.proving.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import org.HdrHistogram.Histogram;

/**
 * Sends requests at moments fixed beforehand, on connections that are kept open, from one thread. A request that finds
 * no free connection waits, and its time is counted from the moment it was due: a server that stalls cannot hide what
 * it did to those who came meanwhile.
 */
final class OpenLoop {
    private static final long LONGEST_NANOS = 120_000_000_000L;

    private final InetSocketAddress address;
    private final Requests requests;
    private final Selector selector;
    private final ArrayDeque<Connection> idle = new ArrayDeque<>();
    private final Histogram latencies = new Histogram(LONGEST_NANOS, 3);
    private int underWay;
    private long broken;

    /** What is sent, and who wants to know what came back. */
    interface Requests {
        /** The bytes of a request. */
        byte[] request(long number);

        /** Its answer. */
        void answered(long number, int status);
    }

    /** What was seen. */
    record Result(Histogram latencies, long sent, long answered, long broken, double seconds) {}

    OpenLoop(InetSocketAddress address, int connections, Requests requests) {
        this.address = address;
        this.requests = requests;
        try {
            this.selector = Selector.open();
            for (int i = 0; i < connections; i++) {
                idle.add(connect());
            }
        } catch (IOException refused) {
            throw new UncheckedIOException("could not connect to " + address, refused);
        }
    }

    private Connection connect() throws IOException {
        SocketChannel channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        Connection connection = new Connection(channel);
        channel.register(selector, SelectionKey.OP_READ, connection);
        return connection;
    }

    /**
     * Sends at an even rate.
     *
     * @param first number of the first request
     * @param rate a second
     */
    Result run(long first, double rate, double seconds) throws IOException {
        latencies.reset();
        long begin = System.nanoTime();
        long count = Math.round(rate * seconds);
        double interval = 1e9 / rate;
        long sent = 0;
        long answered = 0;
        while (sent < count || underWay > 0) {
            long now = System.nanoTime();
            while (sent < count && begin + (long) (sent * interval) <= now && !idle.isEmpty()) {
                send(first + sent, begin + (long) (sent * interval));
                sent++;
            }
            long next = sent < count ? begin + (long) (sent * interval) - System.nanoTime() : LONGEST_NANOS;
            answered += receive(idle.isEmpty() ? LONGEST_NANOS : next);
            if (System.nanoTime() - begin > (long) (seconds * 1e9) + LONGEST_NANOS) {
                break;
            }
        }
        return new Result(latencies.copy(), sent, answered, broken, (System.nanoTime() - begin) / 1e9);
    }

    /** Sends the next request as soon as one is answered. */
    Result runClosed(long first, double seconds) throws IOException {
        latencies.reset();
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * 1e9);
        long sent = 0;
        long answered = 0;
        while (System.nanoTime() < end || underWay > 0) {
            while (!idle.isEmpty() && System.nanoTime() < end) {
                send(first + sent, System.nanoTime());
                sent++;
            }
            answered += receive(LONGEST_NANOS);
        }
        return new Result(latencies.copy(), sent, answered, broken, (System.nanoTime() - begin) / 1e9);
    }

    private void send(long number, long dueNanos) throws IOException {
        Connection connection = idle.removeFirst();
        connection.send(number, dueNanos, requests.request(number));
        underWay++;
    }

    private long receive(long mostNanos) throws IOException {
        // To the millisecond: spinning until the next arrival would take a core from the server.
        if (selector.select(Math.max(1, mostNanos / 1_000_000)) == 0) {
            return 0;
        }
        long answered = 0;
        for (SelectionKey key : selector.selectedKeys()) {
            Connection connection = (Connection) key.attachment();
            int status = connection.receive();
            if (status == Connection.MORE) {
                continue;
            }
            underWay--;
            if (status == Connection.CLOSED) {
                broken++;
                key.cancel();
                connection.close();
                idle.add(connect());
            } else {
                answered++;
                latencies.recordValue(Math.min(LONGEST_NANOS, System.nanoTime() - connection.dueNanos()));
                idle.add(connection);
            }
            requests.answered(connection.number(), status);
        }
        selector.selectedKeys().clear();
        return answered;
    }

    void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            ((Connection) key.attachment()).close();
        }
        selector.close();
    }
}
