package io.rampline.desk.http;

import io.rampline.desk.access.Permission;
import io.rampline.desk.scenario.LaidOut;
import io.rampline.orderbook.BookUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Orders of a scenario folder or file, taken over into the book that is being served. An import is known by the hash of
 * what was sent: sending the same while it runs starts nothing new, sending it later takes over only what is missing.
 * What is told of imports is kept in memory; what they did is in the book.
 */
final class ImportDesk {
    private static final int REMEMBERED_MOST = 50;
    private static final int ID_LENGTH = 16;

    private final Book book;
    private final Door door;
    private final Journal journal;
    private final InstantSource clock;
    private final Map<String, ImportRun> runs = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ImportRun> eldest) {
            return size() > REMEMBERED_MOST;
        }
    };
    private boolean isReceiving;

    ImportDesk(Book book, Door door, Journal journal, InstantSource clock) {
        this.book = book;
        this.door = door;
        this.journal = journal;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/api/v1/scenario", Permission.IMPORT_ORDERS, this::begin)
                        .taking(Route.Entity.ORDERS)
                        .costing(Route.Cost.COSTLY),
                Route.get("/api/v1/scenario/imports/{import_id}", Permission.IMPORT_ORDERS, this::see));
    }

    private Reply see(Call call) {
        ImportRun run;
        synchronized (this) {
            run = runs.get(call.parameter(0));
        }
        if (run == null) {
            throw new Problem(
                    ProblemType.NOT_FOUND,
                    "no import of this name since the desk opened; sending the same again takes over what is missing");
        }
        return Reply.ok(run::write);
    }

    private Reply begin(Call call) {
        String type = call.bodyType();
        receive();
        CompletableFuture<ImportRun> begun = new CompletableFuture<>();
        Thread.ofVirtual().name("import").start(() -> carryOut(call, type, begun));
        ImportRun run = Answers.begun(begun);
        return new Reply.Whole(Reply.ACCEPTED, Reply.JSON, Json.object(run::write))
                .with(Head.LOCATION, "/api/v1/scenario/imports/" + run.id());
    }

    /** One at a time: each reads a whole scenario into memory. */
    private synchronized void receive() {
        if (isReceiving) {
            throw new Problem(ProblemType.BUSY, "another import is under way; nothing was done")
                    .retryAfter(TimeUnit.SECONDS.toNanos(5));
        }
        isReceiving = true;
    }

    private synchronized void received() {
        isReceiving = false;
    }

    /** Receives the body while the caller waits, then goes on alone, as one who is inside the door. */
    private void carryOut(Call call, String type, CompletableFuture<ImportRun> begun) {
        door.enter();
        try {
            LaidOut.empty(folder -> {
                Path body = folder.resolve(fileName(type));
                String id = call.bodyTo(body).substring(0, ID_LENGTH);
                Path given = body;
                List<String> ignored = List.of();
                if (type.equals(MediaTypes.ZIP)) {
                    given = Files.createDirectory(folder.resolve("scenario"));
                    ignored = ScenarioDesk.unpacked(body, given);
                }
                ImportRun run = new ImportRun(id, call.actor(), clock.instant(), book, ignored);
                synchronized (this) {
                    runs.remove(id);
                    runs.put(id, run);
                }
                begun.complete(run);
                run.carryOut(given, () -> !door.isClosing());
                return run;
            });
        } catch (IOException | RuntimeException failed) {
            if (!begun.completeExceptionally(failed)) {
                journal.fault(
                        "import",
                        failed instanceof RuntimeException known ? known : new BookUnavailable(failed.toString()));
            }
        } finally {
            received();
            if (begun.isDone() && !begun.isCompletedExceptionally()) {
                begun.join().tellEnd();
            }
            door.leave();
        }
    }

    private static String fileName(String type) {
        return switch (type) {
            case MediaTypes.ZIP -> "scenario.zip";
            case MediaTypes.PARQUET -> "orders.parquet";
            default -> "orders.csv";
        };
    }
}
