package io.rampline.proving.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.locks.LockSupport;

/**
 * A disk that forgets what was not synced when its power is cut. A real file system (ext4) on a loop device over a
 * file: what programs write stays in the memory of the machine until they sync it or half a minute has gone by; only
 * then it reaches the file. A copy of the file at a moment at which nothing is on its way to it is what a disk has
 * after a loss of power at that moment. To mount one takes root.
 *
 * <p>The device itself keeps what it has been given: a disk that lies about its own cache is not imitated.
 */
final class ForgetfulDisk implements AutoCloseable {
    private static final String SIZE = "420M";
    /** The file system would write down names and sizes by itself every five seconds. */
    private static final String OPTIONS = "loop,noatime,commit=600";

    private static final int COPIES_MOST = 200;
    private static final int UMOUNTS_MOST = 100;
    private static final long PAUSE_NANOS = 20_000_000;

    private final Path image;
    private final Path folder;
    private boolean mounted;

    private ForgetfulDisk(Path image, Path folder) throws IOException {
        this.image = image;
        this.folder = folder;
        mount();
    }

    /**
     * Makes one and mounts it.
     *
     * @throws CannotMount when this machine does not let; the message says what it says
     */
    static ForgetfulDisk make(Path below) throws CannotMount {
        try {
            Path image = below.resolve("disk.img");
            SmallDisk.run("truncate", "-s", SIZE, image.toString());
            SmallDisk.run("mkfs.ext4", "-q", "-F", image.toString());
            return new ForgetfulDisk(image, Files.createDirectories(below.resolve("disk")));
        } catch (IOException refused) {
            throw new CannotMount(refused);
        }
    }

    /** Not everybody may mount disks, and not every machine has the programs. */
    static final class CannotMount extends IOException {
        private static final long serialVersionUID = 1;

        CannotMount(IOException refused) {
            super(refused.getMessage(), refused);
        }
    }

    /** Where it is mounted. */
    Path folder() {
        return folder;
    }

    private void mount() throws IOException {
        SmallDisk.run("mount", "-o", OPTIONS, image.toString(), folder.toString());
        mounted = true;
    }

    /** What a loss of power in this moment leaves. Whoever writes must have been stopped before. */
    Path afterPowerLoss() throws IOException {
        Path left = image.resolveSibling("left.img");
        for (int tries = 0; tries < COPIES_MOST; tries++) {
            String before = traffic();
            SmallDisk.run("cp", "--sparse=always", image.toString(), left.toString());
            if (underWay(before) == 0 && traffic().equals(before)) {
                return left;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new IOException("found a disk that never comes to rest, with everybody stopped who writes to it");
    }

    /** Goes on with what was left; nobody may have a file open any more. */
    void comeBackWith(Path left) throws IOException {
        unmount();
        Files.move(left, image, StandardCopyOption.REPLACE_EXISTING);
        mount();
    }

    /** What the kernel counts of the device: requests done and under way. */
    private String traffic() throws IOException {
        Path device = Path.of("/sys/dev/block");
        try (var devices = Files.list(device)) {
            for (Path each : devices.toList()) {
                Path backing = each.resolve("loop/backing_file");
                if (Files.exists(backing)
                        && Path.of(Files.readString(backing).strip()).equals(image.toRealPath())) {
                    return Files.readString(each.resolve("stat")).strip();
                }
            }
        }
        throw new IOException("found no device over " + image);
    }

    private static long underWay(String traffic) {
        return Long.parseLong(traffic.split("\\s+", -1)[8]);
    }

    private void unmount() throws IOException {
        for (int tries = 1; mounted; tries++) {
            try {
                SmallDisk.run("umount", folder.toString());
                mounted = false;
            } catch (IOException stillInUse) {
                if (tries == UMOUNTS_MOST) {
                    throw stillInUse;
                }
                LockSupport.parkNanos(PAUSE_NANOS * 5);
            }
        }
    }

    @Override
    public void close() throws IOException {
        unmount();
    }
}
