package io.rampline.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/** The pulse of a book that beats when a test says so, in a window whose clock the test moves on. */
final class PulseInHand {
    private static final String STREAMS = """
            window.streams = [];
            window.EventSource = class extends EventTarget {
              constructor(address) {
                super();
                this.address = address;
                this.onerror = null;
                window.streams.push(this);
              }
              close() {}
            };
            """;
    private static final String BEAT = """
            ([position, condition]) => window.streams.findLast(one => one.address === '/api/v1/pulse').dispatchEvent(
                new MessageEvent('pulse', {data: JSON.stringify({position, condition})}))
            """;
    private static final String LISTENERS =
            "() => window.streams.filter(one => one.address === '/api/v1/pulse').length";
    /** Longer than the silence that counts as lost, and than any page rests. */
    private static final long LONG_MILLIS = 40_000;

    private static final long RETRY_MILLIS = 3_000;

    private final Page page;

    private PulseInHand(Page page) {
        this.page = page;
    }

    /** Before the window goes anywhere. */
    static PulseInHand of(Page page) {
        page.clock().install();
        page.addInitScript(STREAMS);
        return new PulseInHand(page);
    }

    void beats(int position) {
        page.waitForFunction("() => window.streams.some(one => one.address === '/api/v1/pulse')");
        page.evaluate(BEAT, List.of(position, "serving"));
    }

    void standsStill(int position) {
        page.evaluate(BEAT, List.of(position, "halted"));
    }

    void later(long millis) {
        page.clock().fastForward(millis);
    }

    /** So long that every rest is over. */
    void muchLater() {
        later(LONG_MILLIS);
    }

    /** Nothing is heard until the page says so; it listens again. */
    void isLostForAWhile() {
        Object before = page.evaluate(LISTENERS);
        muchLater();
        page.locator(".connection.lost").waitFor();
        later(RETRY_MILLIS);
        page.waitForFunction("before => (" + LISTENERS + ")() > before", before);
    }
}
