package io.rampline.proving.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A line between two ends that is cut after a number of bytes in one direction. Bytes up to there arrive, the rest does
 * not, and both ends lose their connection.
 */
final class CutLine implements AutoCloseable {
    private static final int AT_ONCE = 1 << 14;

    private final ServerSocket door;
    private final int target;
    private final AtomicLong leftOut = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong leftBack = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong bytesOut = new AtomicLong();
    private final AtomicLong bytesBack = new AtomicLong();
    private final AtomicLong cuts = new AtomicLong();

    /** @param target port on this machine that everything goes on to */
    CutLine(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::letIn);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Cuts once, when so many more bytes have gone out, or have come back. */
    void cutAfter(long bytes, boolean back) {
        leftOut.set(back ? Long.MAX_VALUE : bytes);
        leftBack.set(back ? bytes : Long.MAX_VALUE);
    }

    /** Lets everything pass. */
    void heal() {
        leftOut.set(Long.MAX_VALUE);
        leftBack.set(Long.MAX_VALUE);
    }

    long bytesOut() {
        return bytesOut.get();
    }

    long bytesBack() {
        return bytesBack.get();
    }

    long cuts() {
        return cuts.get();
    }

    private void letIn() {
        try {
            while (true) {
                Socket near = door.accept();
                Socket far = new Socket();
                far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> carry(near, far, leftOut, bytesOut));
                Thread.ofVirtual().start(() -> carry(far, near, leftBack, bytesBack));
            }
        } catch (IOException closed) {
            // The line is taken away.
        }
    }

    private void carry(Socket from, Socket to, AtomicLong left, AtomicLong carried) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[AT_ONCE];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                int had = read;
                long before = left.getAndUpdate(now -> now == Long.MAX_VALUE ? now : Math.max(0, now - had));
                int pass = (int) Math.min(read, before);
                out.write(bytes, 0, pass);
                out.flush();
                carried.addAndGet(pass);
                if (before <= read) {
                    // It is cut once.
                    left.set(Long.MAX_VALUE);
                    cuts.incrementAndGet();
                    return;
                }
            }
        } catch (IOException cut) {
            // The other end is cut off by leaving.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
