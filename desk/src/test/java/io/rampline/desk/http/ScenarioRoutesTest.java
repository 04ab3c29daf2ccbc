package io.rampline.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.desk.SmallScenario;
import io.rampline.desk.access.Role;
import io.rampline.desk.http.OpenDesk.Told;
import io.rampline.desk.scenario.OrdersForBook;
import io.rampline.desk.scenario.ScenarioZip;
import io.rampline.intake.ScenarioFolder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class ScenarioRoutesTest {
    private static final Path TINY = SmallScenario.example("tiny");
    private static final String CHECK = "/api/v1/scenario/check";
    private static final String SCENARIO = "/api/v1/scenario";
    private static final String HEADER = "order_id,locked_at,market,model,trim,options,priority,earliest_week";

    @Test
    void theScenarioOfTheBookComesBackAsItWasMade() throws IOException {
        try (OpenDesk desk = ofTiny()) {
            Told told = desk.as(Role.FINANCE).get(SCENARIO);
            assertThat(told.body().path("name").asText()).isEqualTo("Tiny: ten orders by hand");
            assertThat(told.body().path("files")).hasSize(desk.book.files.size());

            Told zip = desk.as(Role.FINANCE).get("/api/v1/scenario/files");

            assertThat(unpacked(zip.response().body()).keySet()).isEqualTo(desk.book.files.keySet());
            assertThat(desk.as(Role.FINANCE)
                            .post(CHECK, MediaTypes.ZIP, zip.response().body())
                            .body()
                            .path("sound")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void allFlawsOfAScenarioAreToldWithTheirPlacesAndNothingIsChanged() throws IOException {
        try (OpenDesk desk = ofTiny()) {
            int before = desk.book.entries().size();
            SortedMap<String, byte[]> files = filesOf(TINY);
            Told sound = desk.as(Role.PLANNER).post(CHECK, MediaTypes.ZIP, zip("mine/", files));
            assertThat(sound.body().path("scenario").path("open_orders").asInt())
                    .isEqualTo(10);
            files.put(
                    "bill.csv",
                    "model,trim,part,quantity\nCity,Base,NO-SUCH-PART,1\n".getBytes(StandardCharsets.UTF_8));
            files.put("notes.txt", new byte[3]);

            Told told = desk.as(Role.PLANNER).post(CHECK, MediaTypes.ZIP, zip("", files));

            assertThat(told.status()).isEqualTo(200);
            assertThat(told.body().path("sound").asBoolean()).isFalse();
            assertThat(told.body().path("flaws").toString())
                    .contains("\"file\":\"bill.csv\",\"line\":2", "NO-SUCH-PART");
            assertThat(told.body().path("ignored_files").toString()).isEqualTo("[\"notes.txt\"]");
            assertThat(desk.book.entries()).hasSize(before);
        }
    }

    @Test
    void whatIsNoSoundZipFileIsRefusedByAProblem() throws IOException {
        try (OpenDesk desk = ofTiny()) {
            OpenDesk.Asking planner = desk.as(Role.PLANNER);
            assertThat(planner.post(CHECK, MediaTypes.ZIP, "no zip".getBytes(StandardCharsets.UTF_8))
                            .problem())
                    .isEqualTo("malformed-body");
            SortedMap<String, byte[]> files = filesOf(TINY);
            byte[] whole = zip("", files);
            assertThat(planner.post(CHECK, MediaTypes.ZIP, Arrays.copyOf(whole, whole.length / 2))
                            .problem())
                    .isEqualTo("malformed-body");
            assertThat(planner.post(CHECK, MediaTypes.JSON, whole).status()).isEqualTo(415);
            assertThat(planner.post(CHECK, MediaTypes.ZIP, new byte[0]).status())
                    .isEqualTo(400);
        }
    }

    @Test
    void ordersAreTakenOverIntoTheRunningBookOnceHoweverOftenTheyAreSent() throws Exception {
        try (OpenDesk desk = ofTiny()) {
            OpenDesk.Asking planner = desk.as(Role.PLANNER, "pat");
            byte[] orders = (HEADER
                            + "\nN-1,2026-02-01T10:00:00,HOME,City,Base,,retail,\nN-2,2026-02-02T10:00:00,HOME,Tour,Base,,retail,\n")
                    .getBytes(StandardCharsets.UTF_8);

            Told first = ended(planner, planner.post(SCENARIO, MediaTypes.CSV, orders));

            assertThat(first.body().path("state").asText()).as(first.text()).isEqualTo("done");
            assertThat(first.body().path("taken_over").asInt()).isEqualTo(2);
            assertThat(first.body().path("started_by").asText()).isEqualTo("planner:pat");
            assertThat(planner.get("/api/v1/orders/N-1").status()).isEqualTo(200);
            Told second = ended(planner, planner.post(SCENARIO, MediaTypes.CSV, orders));
            assertThat(second.body().path("taken_over").asInt()).isZero();
            assertThat(second.body().path("known").asInt()).isEqualTo(2);
        }
    }

    @Test
    void aFolderBringsItsOrdersAndWhatItSaysInPublicAndNothingElse() throws Exception {
        try (OpenDesk desk = ofTiny()) {
            OpenDesk.Asking planner = desk.as(Role.PLANNER, "pat");
            SortedMap<String, byte[]> files = filesOf(TINY);
            files.put(
                    "orders.csv",
                    (HEADER + "\nN-7,2026-02-01T10:00:00,HOME,City,Base,,retail,\n").getBytes(StandardCharsets.UTF_8));
            files.put("lines.csv", "plant\n".getBytes(StandardCharsets.UTF_8));
            files.put(
                    "outturn/commitments.csv",
                    "issuer,made,metric,target,due,actual,actual_date\nMaker,2026-01-01,cars 2026,100,2026-12-31,,\n"
                            .getBytes(StandardCharsets.UTF_8));

            Told told = ended(planner, planner.post(SCENARIO, MediaTypes.ZIP, zip("next/", files)));

            assertThat(told.body().path("state").asText()).as(told.text()).isEqualTo("done");
            assertThat(told.body().path("taken_over").asInt()).isEqualTo(1);
            assertThat(told.body().path("files_not_used").toString()).isEqualTo("[\"lines.csv\"]");
            assertThat(told.body().path("notices_of_commitments").asInt()).isEqualTo(1);
            assertThat(planner.get("/api/v1/promise-record")
                            .body()
                            .path("commitments")
                            .toString())
                    .contains("\"issuer\":\"Maker\"", "\"outcome\":\"open\"");
        }
    }

    @Test
    void flawedOrdersChangeNothingAndSayWhere() throws Exception {
        try (OpenDesk desk = ofTiny()) {
            OpenDesk.Asking planner = desk.as(Role.PLANNER);
            int before = desk.book.entries().size();
            byte[] orders = (HEADER
                            + "\nN-1,2026-02-01T10:00:00,HOME,City,Base,,retail,\nN-2,2026-02-30T10:00:00,HOME,Tour,Base,,retail,\n")
                    .getBytes(StandardCharsets.UTF_8);

            Told told = ended(planner, planner.post(SCENARIO, MediaTypes.CSV, orders));

            assertThat(told.body().path("state").asText()).isEqualTo("flawed");
            assertThat(told.body().path("flaws").get(0).path("line").asInt()).isEqualTo(3);
            assertThat(desk.book.entries()).hasSize(before);
        }
    }

    private static OpenDesk ofTiny() throws IOException {
        OpenDesk desk = OpenDesk.tiny();
        filesOf(TINY).forEach((path, content) -> {
            if (!OrdersForBook.ORDER_FILES.contains(path)) {
                desk.book.files.put(path, content);
            }
        });
        return desk;
    }

    private static SortedMap<String, byte[]> filesOf(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String name : ScenarioFolder.FILES) {
            if (Files.isRegularFile(folder.resolve(name))) {
                files.put(name, Files.readAllBytes(folder.resolve(name)));
            }
        }
        return files;
    }

    private static byte[] zip(String prefix, SortedMap<String, byte[]> files) throws IOException {
        SortedMap<String, byte[]> named = new TreeMap<>();
        files.forEach((path, content) -> named.put(prefix + path, content));
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        ScenarioZip.pack(named, zip);
        return zip.toByteArray();
    }

    private static SortedMap<String, byte[]> unpacked(byte[] zip) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                files.put(entry.getName(), from.readAllBytes());
            }
        }
        return files;
    }

    /** Asks until it has ended. */
    private static Told ended(OpenDesk.Asking asking, Told begun) {
        assertThat(begun.status()).as(begun.text()).isEqualTo(202);
        String place = begun.header("Location");
        long until = System.nanoTime() + 60_000_000_000L;
        Told told = asking.get(place);
        while (told.body().path("state").asText().matches("reading|taking_over") && System.nanoTime() < until) {
            Thread.onSpinWait();
            told = asking.get(place);
        }
        return told;
    }
}
