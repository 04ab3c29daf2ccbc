package io.rampline.proving.bench;

import java.nio.file.Path;

/**
 * Where public benchmark instances lie: {@code RAMPLINE_BENCH_DATA}, else {@code ../shared/data} beside the checkout.
 */
final class BenchData {
    private BenchData() {}

    /** The folder; it need not exist. */
    static Path folder() {
        String named = System.getenv("RAMPLINE_BENCH_DATA");
        if (named != null && !named.isEmpty()) {
            return Path.of(named);
        }
        return Path.of(System.getProperty("rampline.home", "."))
                .resolve("../shared/data")
                .normalize();
    }
}
