package io.rampline.desk.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.rampline.desk.access.Permission;
import io.rampline.desk.briefing.file.JsonText;
import io.rampline.desk.scenario.LaidOut;
import io.rampline.desk.scenario.ScenarioZip;
import io.rampline.factory.Scenario;
import io.rampline.intake.Flaw;
import io.rampline.intake.Progress;
import io.rampline.intake.Reading;
import io.rampline.intake.ScenarioContents;
import io.rampline.intake.ScenarioFolder;
import io.rampline.orderbook.record.Hash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The scenario that the book was made of, and whether another one would do. Nothing is changed. */
final class ScenarioDesk {
    private final Book book;
    /** A scenario of two million orders takes hundreds of megabytes to read. */
    private final Semaphore reading = new Semaphore(1);

    ScenarioDesk(Book book) {
        this.book = book;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/v1/scenario", Permission.SEE_SCENARIO, this::summary),
                Route.get("/api/v1/scenario/files", Permission.SEE_SCENARIO, this::files)
                        .producing(MediaTypes.ZIP),
                Route.post("/api/v1/scenario/check", Permission.CHECK_SCENARIO, this::check)
                        .taking(Route.Entity.ZIP)
                        .costing(Route.Cost.COSTLY));
    }

    private Reply summary(Call call) {
        SortedMap<String, byte[]> files = book.scenarioFiles();
        return Reply.ok(json -> {
            sizes(json, book.network().scenario());
            json.writeArrayFieldStart("files");
            for (var file : files.entrySet()) {
                json.writeStartObject();
                json.writeStringField("path", file.getKey());
                json.writeNumberField("bytes", file.getValue().length);
                json.writeStringField("sha256", Hash.over(file.getValue()).toString());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void sizes(JsonGenerator json, Scenario scenario) throws IOException {
        json.writeStringField("name", scenario.name());
        json.writeStringField("as_of", scenario.asOf().toString());
        json.writeStringField("start_week", scenario.horizon().week(0).toString());
        json.writeNumberField("weeks", scenario.horizon().weeks());
        json.writeStringField("currency", scenario.currency().code());
        json.writeNumberField("products", scenario.products().size());
        json.writeNumberField("lines", scenario.lines().size());
        json.writeNumberField("parts", scenario.parts().size());
        json.writeNumberField("markets", scenario.markets().size());
    }

    private Reply files(Call call) {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try {
            ScenarioZip.pack(book.scenarioFiles(), zip);
        } catch (IOException impossible) {
            throw new UncheckedIOException("bytes in memory cannot fail", impossible);
        }
        return new Reply.Whole(Reply.OK, MediaTypes.ZIP, zip.toByteArray());
    }

    private Reply check(Call call) {
        call.bodyType();
        if (!reading.tryAcquire()) {
            throw new Problem(ProblemType.BUSY, "another scenario is being checked; nothing was done")
                    .retryAfter(TimeUnit.SECONDS.toNanos(5));
        }
        try {
            return LaidOut.empty(folder -> {
                Path zip = folder.resolve("zip");
                call.bodyTo(zip);
                Path scenario = Files.createDirectory(folder.resolve("scenario"));
                List<String> ignored = unpacked(zip, scenario);
                return checked(ScenarioFolder.read(scenario, Progress.NONE), ignored);
            });
        } catch (IOException failed) {
            throw new IllegalStateException("could not lay out a scenario: " + failed, failed);
        } finally {
            reading.release();
        }
    }

    /** Unpacks a zip file; a problem when it is none. */
    static List<String> unpacked(Path zip, Path folder) throws IOException {
        try (InputStream from = Files.newInputStream(zip)) {
            return ScenarioZip.unpack(from, folder);
        } catch (ScenarioZip.Refused refused) {
            throw new Problem(
                    refused.isTooLarge() ? ProblemType.TOO_LARGE : ProblemType.MALFORMED_BODY,
                    String.valueOf(refused.getMessage()));
        }
    }

    private static Reply checked(Reading reading, List<String> ignored) {
        return Reply.ok(json -> {
            switch (reading) {
                case Reading.Sound sound -> {
                    json.writeBooleanField("sound", true);
                    json.writeObjectFieldStart("scenario");
                    contents(json, sound.contents());
                    json.writeEndObject();
                    flaws(json, "flaws", List.of());
                    json.writeNumberField("more_flaws", 0);
                    flaws(json, "notes", sound.notes());
                }
                case Reading.Flawed flawed -> {
                    json.writeBooleanField("sound", false);
                    json.writeNullField("scenario");
                    flaws(json, "flaws", flawed.flaws());
                    json.writeNumberField("more_flaws", flawed.more());
                    flaws(json, "notes", List.of());
                }
            }
            JsonText.texts(json, "ignored_files", ignored);
        });
    }

    private static void contents(JsonGenerator json, ScenarioContents contents) throws IOException {
        sizes(json, contents.scenario());
        json.writeNumberField("open_orders", contents.openOrders().size());
        json.writeNumberField("past_orders", contents.history().size());
        json.writeNumberField("commitments", contents.outturn().commitments().size());
    }

    static void flaws(JsonGenerator json, String name, List<Flaw> flaws) throws IOException {
        json.writeArrayFieldStart(name);
        for (Flaw flaw : flaws) {
            json.writeStartObject();
            json.writeStringField("file", flaw.file());
            json.writeNumberField("line", flaw.line());
            json.writeNumberField("column", flaw.column());
            json.writeStringField("found", flaw.found());
            json.writeStringField("expected", flaw.expected());
            json.writeStringField("advice", flaw.maybe());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
