package io.rampline.desk.command;

import java.time.Duration;

/**
 * Tells a person who waits what is being done. On a terminal a bar moves on one line and is wiped when the step ends;
 * elsewhere each long step is one line.
 *
 * <p>A step shows only when it has taken half a second: shorter ones would flicker.
 */
public final class Steps implements AutoCloseable {
    private static final long SHOW_AFTER_NANOS = Duration.ofMillis(500).toNanos();
    private static final long SAY_AFTER_NANOS = Duration.ofSeconds(5).toNanos();
    private static final Duration REDRAW = Duration.ofMillis(100);
    private static final double TELL_REST_AFTER_SECONDS = 1;
    private static final int BAR_WIDTH = 28;
    private static final String WIPE = "\r\u001b[2K";

    private final Terminal terminal;
    private final boolean quiet;
    private final Thread drawer;
    private String step = "";
    private long beganNanos;
    private long done;
    private long total;
    private String state = "";
    private String stateSaid = "";
    private long saidNanos;
    private boolean shown;
    private boolean closed;

    public Steps(Terminal terminal, boolean quiet) {
        this.terminal = terminal;
        this.quiet = quiet;
        this.drawer = Thread.ofVirtual().unstarted(this::drawUntilClosed);
        if (!quiet) {
            drawer.start();
        }
    }

    /** Whether nothing is to be said but faults. */
    boolean isQuiet() {
        return quiet;
    }

    /** The step that begins now; the one before has ended. */
    public synchronized void begin(String name) {
        wipe();
        step = name;
        beganNanos = System.nanoTime();
        done = 0;
        total = 0;
        state = "";
        shown = false;
    }

    /** What there is to say about a step whose end nobody knows; stands in place of the bar. */
    public synchronized void tell(String words) {
        state = words;
    }

    /**
     * How far the step has come.
     *
     * @param of 1 or more
     */
    public synchronized void report(long soFar, long of) {
        done = soFar;
        total = of;
    }

    private void drawUntilClosed() {
        while (draw()) {
            try {
                Thread.sleep(REDRAW);
            } catch (InterruptedException ended) {
                return;
            }
        }
    }

    private synchronized boolean draw() {
        if (!closed && !step.isEmpty() && System.nanoTime() - beganNanos >= SHOW_AFTER_NANOS) {
            if (terminal.errMoves()) {
                terminal.err().print(WIPE + step + "  " + bar());
                terminal.err().flush();
            } else if (!shown) {
                terminal.say(step);
            }
            shown = true;
            sayState();
        }
        return !closed;
    }

    /** Where no line moves, news is a line of its own, and not too many of them. */
    private void sayState() {
        long now = System.nanoTime();
        if (!terminal.errMoves()
                && !state.isEmpty()
                && !state.equals(stateSaid)
                && now - saidNanos >= SAY_AFTER_NANOS) {
            terminal.say(step + "  " + state);
            stateSaid = state;
            saidNanos = now;
        }
    }

    /** Without a known end the bar tells the seconds. */
    private String bar() {
        if (total <= 0) {
            return state + (state.isEmpty() ? "" : "  ") + (System.nanoTime() - beganNanos) / 1_000_000_000L + " s";
        }
        int full = (int) Math.max(0, Math.min(BAR_WIDTH, BAR_WIDTH * done / total));
        return "█".repeat(full) + "░".repeat(BAR_WIDTH - full) + "  " + Math.min(100, 100 * done / total) + " %"
                + left();
    }

    /** The time that the rest takes at the pace so far, once that can be told. */
    private String left() {
        double seconds = (System.nanoTime() - beganNanos) / 1e9;
        boolean known = seconds >= TELL_REST_AFTER_SECONDS && done > 0 && done < total;
        return known ? "  " + (long) Math.ceil(seconds * (total - done) / done) + " s left" : "";
    }

    /** The step has ended and none follows: a bar disappears. */
    public synchronized void end() {
        wipe();
    }

    private void wipe() {
        if (shown && terminal.errMoves()) {
            terminal.err().print(WIPE);
            terminal.err().flush();
        }
        shown = false;
        step = "";
    }

    @Override
    public synchronized void close() {
        wipe();
        closed = true;
        drawer.interrupt();
    }
}
