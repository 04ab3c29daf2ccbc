package io.rampline.proving.prove;

import io.rampline.orderbook.server.EmbeddedPostgres;
import io.rampline.orderbook.server.RunningServer;
import io.rampline.proving.fault.ClockRun;
import io.rampline.proving.fault.CutRun;
import io.rampline.proving.fault.FenceRun;
import io.rampline.proving.fault.HistoryRun;
import io.rampline.proving.fault.KillRun;
import io.rampline.proving.fault.MigrationRun;
import io.rampline.proving.fault.OutageRun;
import io.rampline.proving.fault.PowerRun;
import io.rampline.proving.fault.RestartRun;
import io.rampline.proving.fault.SmallDisk;
import io.rampline.proving.fault.StormRun;
import io.rampline.proving.fault.TwinRun;
import io.rampline.proving.world.Violation;
import io.rampline.proving.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Consumer;

/** A proof that can be run for as long as one likes. */
enum Proof {
    WORLDS("worlds", "P3 P7", "simulated worlds", 20_000) {
        @Override
        Record run(Ground ground) {
            long operations = 0;
            long faults = 0;
            for (int i = 0; i < ground.trials(); i++) {
                long seed = ground.seed() + i;
                try {
                    World.Ending ending = World.live(seed);
                    operations += ending.operations();
                    faults += ending.faults();
                } catch (Violation violation) {
                    throw new Violation("world of seed " + seed + ": " + violation.getMessage());
                }
                if (i % 5_000 == 4_999) {
                    ground.news().accept((i + 1) + " of " + ground.trials() + " worlds");
                }
            }
            return new Worlds(ground.trials(), operations, faults);
        }
    },
    TWIN("record-twin", "P3", "worlds on the record in memory and PostgreSQL at once", 200) {
        @Override
        Record run(Ground ground) throws SQLException {
            try (RunningServer server = ground.server()) {
                return TwinRun.run(server, ground.trials(), ground.seed(), ground.news());
            }
        }
    },
    HISTORY("history", "P6", "operations of concurrent clients", 20_000) {
        @Override
        Record run(Ground ground) throws SQLException {
            try (RunningServer server = ground.server()) {
                return HistoryRun.run(server, ground.trials(), ground.seed(), ground.news());
            }
        }
    },
    KILLS("kills", "P1 P7 P18", "kills of application, backend, postmaster, both", 25) {
        @Override
        Record run(Ground ground) throws SQLException, IOException {
            return KillRun.run(ground.folder(), ground.trials(), ground.clients(), ground.seed(), ground.news());
        }
    },
    FREEZES("freezes", "P5", "frozen engines that wake", 5) {
        @Override
        Record run(Ground ground) throws SQLException, IOException {
            try (RunningServer server = ground.server()) {
                return FenceRun.run(
                        server,
                        ground.folder(),
                        ground.trials(),
                        ground.patienceMillis(),
                        ground.seed(),
                        ground.news());
            }
        }
    },
    CLOCK("clock", "P5", "jumps of the clock", 500) {
        @Override
        Record run(Ground ground) throws SQLException {
            try (RunningServer server = ground.server()) {
                return ClockRun.run(server, ground.trials(), ground.seed(), ground.news());
            }
        }
    },
    CUTS("cuts", "P4", "cuts between clients and application", 300) {
        @Override
        Record run(Ground ground) throws SQLException, IOException {
            try (RunningServer server = ground.server()) {
                return CutRun.clients(server, ground.folder(), ground.trials(), ground.news());
            }
        }
    },
    DATABASE_CUTS("database-cuts", "P4", "cuts between application and PostgreSQL", 200) {
        @Override
        Record run(Ground ground) throws SQLException, IOException {
            try (RunningServer server = ground.server()) {
                return CutRun.database(server, ground.trials(), ground.seed(), ground.news());
            }
        }
    },
    STORMS("storms", "P3", "races for the last slots of a week", 10_000) {
        @Override
        Record run(Ground ground) throws SQLException {
            try (RunningServer server = ground.server()) {
                return StormRun.run(server, ground.trials(), ground.seed(), ground.news());
            }
        }
    },
    OUTAGES("outages", "P8", "databases stopped and started", 5) {
        @Override
        Record run(Ground ground) throws SQLException {
            try (RunningServer server = ground.server()) {
                return OutageRun.stopped(
                        server, ground.trials(), ground.patienceMillis(), ground.seed(), ground.news());
            }
        }
    },
    DISK_FULL("disk-full", "P8", "disks filled up and cleared", 3) {
        @Override
        Record run(Ground ground) throws SQLException, IOException {
            try (SmallDisk disk = SmallDisk.mount(ground.folder())) {
                return OutageRun.diskFull(disk.folder(), ground.trials(), ground.news());
            }
        }
    },
    POWER("power", "P2", "cuts of the power under the database", 3) {
        @Override
        Record run(Ground ground) throws SQLException, IOException {
            return PowerRun.run(ground.folder(), ground.trials(), ground.clients(), ground.seed(), ground.news());
        }
    },
    MIGRATIONS("migrations", "P18", "times each migration, killed after each of its statements", 1) {
        @Override
        Record run(Ground ground) throws SQLException, IOException {
            try (RunningServer server = ground.server()) {
                return MigrationRun.run(server, ground.folder(), ground.trials(), ground.news());
            }
        }
    },
    RESTARTS("restarts", "P7 P18", "restarts of a book of 1,000,000 orders", 3) {
        @Override
        Record run(Ground ground) throws SQLException {
            try (RunningServer server = ground.server()) {
                return RestartRun.run(server, ground.trials(), ground.news());
            }
        }
    },
    PLANTED_BUGS("planted-bugs", "all", "bugs planted one at a time, each to be caught", 27) {
        @Override
        Record run(Ground ground) throws IOException {
            return PlantedBugs.run(ground.folder(), ground.trials(), ground.news());
        }
    };

    /** What came of simulated worlds. */
    record Worlds(int worlds, long operations, long faults) {}

    final String label;
    final String promises;
    final String unit;
    final int usual;

    Proof(String label, String promises, String unit, int usual) {
        this.label = label;
        this.promises = promises;
        this.unit = unit;
        this.usual = usual;
    }

    /**
     * Runs it.
     *
     * @return what it counted
     * @throws Violation when a promise was broken
     */
    abstract Record run(Ground ground) throws SQLException, IOException;

    /**
     * Where and how much.
     *
     * @param folder empty, for this proof alone
     * @param patienceMillis the longest freeze or outage
     */
    record Ground(Path folder, int trials, int clients, int patienceMillis, long seed, Consumer<String> news) {
        RunningServer server() {
            return EmbeddedPostgres.start(folder.resolve("data"), quiet -> {});
        }
    }
}
