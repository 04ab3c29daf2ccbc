package io.rampline.orderbook.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The data folder: the server's own files in {@code postgres}, the owner's password, the log.
 *
 * @param folder the data folder by its real path
 */
record Cluster(Path folder) {
    static final String OWNER = "rampline";

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int PASSWORD_BYTES = 24;
    /** How the names of folders begin in which files are made. */
    private static final String UNFINISHED = "postgres.new";

    private static final Set<PosixFilePermission> ONLY_ME = PosixFilePermissions.fromString("rw-------");

    /**
     * Written into a new cluster's {@code postgresql.conf}, where its owner may change them. Sizes are for a laptop
     * that does other work as well.
     */
    private static final List<String> SETTINGS = List.of(
            "max_connections=60",
            "shared_buffers=128MB",
            "work_mem=16MB",
            "maintenance_work_mem=128MB",
            "effective_cache_size=1GB",
            "max_wal_size=1GB",
            "wal_level=replica",
            "password_encryption=scram-sha-256",
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC",
            "lc_messages=C",
            "log_checkpoints=off",
            "log_line_prefix=%m [%p] %q%u@%d ");

    /** The server's files. */
    Path files() {
        return folder.resolve("postgres");
    }

    Path log() {
        return folder.resolve("server.log");
    }

    private Path passwordFile() {
        return folder.resolve("owner.password");
    }

    boolean exists() {
        return Files.exists(files().resolve("PG_VERSION"));
    }

    /** The server that takes connections to this data, whoever started it. */
    Optional<Postmaster> running() throws IOException {
        return Postmaster.namedIn(files()).filter(server -> server.ready() && server.serves(files()));
    }

    /** @throws DatabaseUnavailable when the files are there but are not for this server */
    void mustFit() throws IOException {
        String found = Files.readString(files().resolve("PG_VERSION")).strip();
        if (!found.equals(Programs.MAJOR)) {
            throw new DatabaseUnavailable("the data in " + files() + " is of PostgreSQL " + found
                    + ", and this Rampline brings PostgreSQL " + Programs.MAJOR
                    + ", which cannot read it. Maybe export the book with the Rampline that wrote it and import it into a new folder (--data DIR), or serve the data with a PostgreSQL "
                    + found + " of your own and name that with --database URL.");
        }
    }

    /** Makes the files, all or none: they are made aside and renamed. */
    void make(Programs programs, Launch launch, Consumer<String> says) throws IOException {
        if (Files.exists(files())) {
            throw new DatabaseUnavailable(
                    "the folder " + files()
                            + " is there but holds no database (no PG_VERSION in it). Maybe move it away, or take another folder with --data DIR.");
        }
        says.accept("making a new database in " + files());
        makePassword();
        // A killed start may have left an initdb that still writes: it has a folder of its own.
        Path aside = Files.createTempDirectory(folder, UNFINISHED);
        List<String> words = new ArrayList<>(List.of(
                programs.initdb().toString(),
                "--pgdata=" + aside.getFileName(),
                "--username=" + OWNER,
                "--pwfile=" + passwordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF-8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions"));
        SETTINGS.forEach(setting -> words.add("--set=" + setting));
        Launch.Outcome made = launch.run(folder, PATIENCE, words);
        if (made.code() != 0) {
            Programs.delete(aside);
            throw new DatabaseUnavailable("no database can be made in " + folder + ":\n  " + Trouble.told(made.said())
                    + "\n" + Trouble.advice(made.said(), log()));
        }
        Files.move(aside, files(), StandardCopyOption.ATOMIC_MOVE);
        settleOnDisk(folder);
        clearAwayUnfinished();
    }

    private void clearAwayUnfinished() throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
            for (Path unfinished : left) {
                try {
                    Programs.delete(unfinished);
                } catch (IOException stillWrittenTo) {
                    // It takes up room, nothing else.
                }
            }
        }
    }

    Credentials owner() throws IOException {
        if (!Files.exists(passwordFile())) {
            throw new DatabaseUnavailable("the password of the database's owner is missing: expected it in "
                    + passwordFile()
                    + ". Maybe put it back from a backup; docs/operating/database.md tells how to set a new one.");
        }
        return new Credentials(OWNER, Files.readString(passwordFile()).strip());
    }

    private void makePassword() throws IOException {
        if (Files.exists(passwordFile())) {
            return;
        }
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        Path aside = folder.resolve("owner.password.new");
        Files.deleteIfExists(aside);
        Files.createFile(aside, PosixFilePermissions.asFileAttribute(ONLY_ME));
        Files.writeString(aside, HexFormat.of().formatHex(random) + "\n", StandardCharsets.US_ASCII);
        settleOnDisk(aside);
        Files.move(aside, passwordFile(), StandardCopyOption.ATOMIC_MOVE);
        settleOnDisk(folder);
    }

    /** A rename is kept over a loss of power only when the folder itself has been written. */
    static void settleOnDisk(Path fileOrFolder) throws IOException {
        try (FileChannel channel = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
