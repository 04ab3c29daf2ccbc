package io.rampline.desk.command.pack;

import io.rampline.desk.command.ReportOptions;
import io.rampline.desk.command.WindowOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code board-pack} and {@code demo} have in common. */
final class PackOptions {
    @Mixin
    private ReportOptions report = new ReportOptions();

    @Mixin
    private WindowOptions windows = new WindowOptions();

    @Option(names = "--open", description = "Opens the front page in the browser of this desktop.")
    private boolean open;

    ReportOptions report() {
        return report;
    }

    WindowOptions windows() {
        return windows;
    }

    boolean isToBeOpened() {
        return open;
    }
}
