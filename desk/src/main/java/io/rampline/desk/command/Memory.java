package io.rampline.desk.command;

import java.util.Locale;

/** Says that there is too little memory, and how a user gives more. */
final class Memory {
    private static final long MEBIBYTE = 1L << 20;
    private static final long HEAP_MEBIBYTES_MIN = 64;

    private Memory() {}

    /** One line. */
    static String exhausted(OutOfMemoryError fault) {
        if (String.valueOf(fault.getMessage()).contains("thread")) {
            return "found no room for another thread. Maybe raise the limit of processes (ulimit -u), or end others.";
        }
        return exhausted(Runtime.getRuntime().maxMemory());
    }

    /** Advises the next power of two that is at least twice what was too little. */
    static String exhausted(long heapBytesMax) {
        long found = Math.max(1, heapBytesMax / MEBIBYTE);
        long more = Math.max(HEAP_MEBIBYTES_MIN, 2 * Long.highestOneBit(2 * found - 1));
        String option = more < 1024 ? "-Xmx" + more + "m" : "-Xmx" + more / 1024 + "g";
        return String.format(
                Locale.ROOT,
                "found too little memory: the JVM may use %,d MiB for data. Maybe give it more: RAMPLINE_JAVA_OPTS=%s",
                found,
                option);
    }
}
