package io.rampline.proving.fault;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Signals to other processes. */
final class Signals {
    private Signals() {}

    static void send(long pid, String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
