package io.rampline.proving.timetable;

import java.lang.management.ManagementFactory;

/** Wall and processor time since it was made. */
final class Clock {
    private final long beganNs = System.nanoTime();
    private final long beganProcessorNs = processorNs();

    double seconds() {
        return (System.nanoTime() - beganNs) / 1e9;
    }

    /** Seconds of all threads of this process. */
    double processorSeconds() {
        return (processorNs() - beganProcessorNs) / 1e9;
    }

    private static long processorNs() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }
}
