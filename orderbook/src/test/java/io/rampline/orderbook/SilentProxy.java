package io.rampline.orderbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Stands before a server and, on demand, accepts everything and says nothing, until it is let speak again. */
final class SilentProxy implements AutoCloseable {
    private final URI server;
    private final ServerSocket door;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition speaks = lock.newCondition();
    private boolean silent;

    SilentProxy(String jdbcUrl) throws IOException {
        server = URI.create(jdbcUrl.substring("jdbc:".length()));
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** The address of the same database through here. */
    String jdbcUrl() {
        String query = server.getQuery() == null ? "" : "?" + server.getQuery();
        return "jdbc:postgresql://" + door.getInetAddress().getHostAddress() + ":" + door.getLocalPort()
                + server.getPath() + query;
    }

    void beSilent(boolean wanted) {
        lock.lock();
        try {
            silent = wanted;
            speaks.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Cuts every connection there is. */
    void cut() {
        open.forEach(SilentProxy::shut);
        open.clear();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                Socket behind = new Socket(server.getHost(), server.getPort());
                open.add(client);
                open.add(behind);
                Thread.ofVirtual().start(() -> pass(client, behind));
                Thread.ofVirtual().start(() -> pass(behind, client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] bytes = new byte[8_192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(bytes); read > 0; read = in.read(bytes)) {
                awaitSpeech();
                out.write(bytes, 0, read);
                out.flush();
            }
        } catch (IOException gone) {
            // One side has gone, so does the other.
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
        shut(from);
        shut(to);
    }

    private void awaitSpeech() throws InterruptedException {
        lock.lock();
        try {
            while (silent) {
                speaks.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        beSilent(false);
        door.close();
        cut();
    }
}
