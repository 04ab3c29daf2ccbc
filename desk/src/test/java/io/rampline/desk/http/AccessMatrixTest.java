package io.rampline.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.desk.access.Permission;
import io.rampline.desk.access.Role;
import io.rampline.desk.http.OpenDesk.Told;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Who may do what: every route, asked by every role and by nobody, about an own order, another's and the house's. The
 * expectations stand here once more in plain words, so that a slip in the table of permissions is a failure.
 */
class AccessMatrixTest {
    private static final Set<Role> HOUSE = EnumSet.of(Role.SALES, Role.FINANCE, Role.PLANT, Role.PLANNER, Role.ADMIN);
    private static final Set<Role> SELLERS = EnumSet.of(Role.SALES, Role.PLANNER, Role.ADMIN);

    /** Roles of the house that may; whether a customer may is said by the second table. */
    private static final Map<String, Set<Role>> MAY = new TreeMap<>();

    private static final Map<String, String> CUSTOMER = new TreeMap<>();

    static {
        expect("POST /api/v1/quotes", SELLERS, "all");
        expect("GET /api/v1/orders", HOUSE, "all");
        expect("PUT /api/v1/orders/{order_id}", SELLERS, "new");
        expect("GET /api/v1/orders/{order_id}", HOUSE, "own");
        expect("DELETE /api/v1/orders/{order_id}", SELLERS, "own");
        expect("POST /api/v1/orders/{order_id}/hold", SELLERS, "new");
        expect("POST /api/v1/orders/{order_id}/confirm", SELLERS, "own");
        expect("POST /api/v1/orders/{order_id}/change", SELLERS, "own");
        expect("POST /api/v1/orders/{order_id}/change-trial", SELLERS, "own");
        expect("POST /api/v1/orders/{order_id}/cancel-trial", SELLERS, "own");
        expect("GET /api/v1/orders/{order_id}/car", HOUSE, "own");
        expect("POST /api/v1/orders/{order_id}/links", SELLERS, "none");
        expect("GET /api/v1/orders/{order_id}/links", SELLERS, "none");
        expect("DELETE /api/v1/orders/{order_id}/links/{link_id}", SELLERS, "none");
        expect("GET /api/v1/car", EnumSet.noneOf(Role.class), "none");
        expect("GET /api/v1/car/why", EnumSet.noneOf(Role.class), "none");
        expect("GET /api/v1/car/alternatives", EnumSet.noneOf(Role.class), "none");
        expect("GET /api/v1/catalogue", SELLERS, "all");
        expect("POST /api/v1/orders/{order_id}/pull-forward", SELLERS, "own");
        expect("GET /api/v1/earlier-dates", EnumSet.complementOf(EnumSet.of(Role.CUSTOMER)), "none");
        expect("GET /api/v1/orders/{order_id}/history", HOUSE, "own");
        expect("GET /api/v1/orders/{order_id}/why", HOUSE, "own");
        expect("GET /api/v1/orders/{order_id}/alternatives", HOUSE, "own");
        expect("GET /api/v1/resources", HOUSE, "none");
        expect("GET /api/v1/buckets", HOUSE, "none");
        expect(
                "PUT /api/v1/resources/{kind}/{name}/weeks/{week}",
                EnumSet.of(Role.PLANT, Role.PLANNER, Role.ADMIN),
                "none");
        expect("GET /api/v1/lines/{line}/days/{date}", HOUSE, "none");
        expect("GET /api/v1/lines", HOUSE, "none");
        expect("GET /api/v1/lines/{line}/days/{date}/strip", HOUSE, "none");
        expect("GET /api/v1/lines/{line}/days/{date}/why/{order_id}", HOUSE, "none");
        expect("GET /api/v1/lines/{line}/days/{date}/table", HOUSE, "none");
        expect("GET /api/v1/lines/{line}/days/{date}/picture", HOUSE, "none");
        expect("GET /api/v1/lines/{line}/days/{date}/page", HOUSE, "none");
        expect("GET /api/v1/lines/{line}/days/{date}/shop-floor", HOUSE, "none");
        expect("POST /api/v1/capacity", EnumSet.of(Role.PLANT, Role.PLANNER, Role.ADMIN), "none");
        expect("POST /api/v1/deliveries", EnumSet.of(Role.PLANT, Role.PLANNER, Role.ADMIN), "none");
        expect("POST /api/v1/re-promise", EnumSet.of(Role.PLANNER, Role.ADMIN), "none");
        expect("POST /api/v1/what-if", EnumSet.of(Role.FINANCE, Role.PLANT, Role.PLANNER, Role.ADMIN), "none");
        Set<Role> readers = EnumSet.of(Role.FINANCE, Role.PLANT, Role.PLANNER, Role.ADMIN);
        expect("GET /api/v1/scenario", readers, "none");
        expect("GET /api/v1/scenario/files", readers, "none");
        expect("POST /api/v1/scenario/check", readers, "none");
        expect("POST /api/v1/scenario", EnumSet.of(Role.PLANNER, Role.ADMIN), "none");
        expect("GET /api/v1/scenario/imports/{import_id}", EnumSet.of(Role.PLANNER, Role.ADMIN), "none");
        expect("POST /api/v1/timetables", readers, "none");
        expect("GET /api/v1/timetables", readers, "none");
        expect("GET /api/v1/timetables/{timetable_id}", readers, "none");
        expect("GET /api/v1/timetables/{timetable_id}/progress", readers, "none");
        expect("DELETE /api/v1/timetables/{timetable_id}", readers, "none");
        expect("POST /api/v1/plans", EnumSet.of(Role.PLANNER, Role.ADMIN), "none");
        expect("POST /api/v1/timetables/{timetable_id}/adopt", EnumSet.of(Role.PLANNER, Role.ADMIN), "none");
        expect("GET /api/v1/proposals", readers, "none");
        expect("POST /api/v1/proposals", EnumSet.of(Role.PLANNER, Role.ADMIN), "none");
        expect("GET /api/v1/proposals/{proposal_id}", readers, "none");
        expect("POST /api/v1/proposals/{proposal_id}/approve", EnumSet.of(Role.PLANNER, Role.ADMIN), "none");
        expect("POST /api/v1/proposals/{proposal_id}/decline", EnumSet.of(Role.PLANNER, Role.ADMIN), "none");
        expect("GET /api/v1/adoption", readers, "none");
        expect("POST /api/v1/adoption/undo", EnumSet.of(Role.PLANNER, Role.ADMIN), "none");
        expect("GET /api/v1/windows", HOUSE, "none");
        expect("POST /api/v1/windows", readers, "none");
        expect("GET /api/v1/windows/progress", HOUSE, "none");
        expect("GET /api/v1/changes", HOUSE, "none");
        expect("GET /api/v1/promise-record", HOUSE, "none");
        expect("GET /api/v1/money", EnumSet.of(Role.FINANCE, Role.PLANNER, Role.ADMIN), "none");
        expect("GET /api/v1/money-journal", EnumSet.of(Role.FINANCE, Role.PLANNER, Role.ADMIN), "none");
        expect("GET /api/v1/cash-outlook", EnumSet.of(Role.FINANCE, Role.PLANNER, Role.ADMIN), "none");
        expect("GET /api/v1/admission", HOUSE, "none");
        expect("PUT /api/v1/admission", EnumSet.of(Role.PLANNER, Role.ADMIN), "none");
        expect("GET /api/v1/waiting-room", EnumSet.of(Role.ADMIN), "all");
        expect("POST /api/v1/waiting-room", EnumSet.of(Role.ADMIN), "all");
        expect("GET /metrics", HOUSE, "none");
        expect("POST /api/v1/lever-trials", EnumSet.of(Role.FINANCE, Role.PLANT, Role.PLANNER, Role.ADMIN), "none");
        expect("POST /api/v1/plan-futures", readers, "none");
        expect("GET /api/v1/board", HOUSE, "none");
        expect("GET /api/v1/order-search", HOUSE, "none");
        expect("GET /api/v1/pulse", HOUSE, "none");
        expect("GET /api/v1/session", HOUSE, "all");
        expect("POST /api/v1/session", HOUSE, "all");
        expect("DELETE /api/v1/session", HOUSE, "all");
    }

    private static void expect(String route, Set<Role> house, String customer) {
        MAY.put(route, house);
        CUSTOMER.put(route, customer);
    }

    private static OpenDesk desk;
    private static List<Route> routes;

    @BeforeAll
    static void open() {
        RequestRates generous = new RequestRates(
                new io.rampline.desk.admission.Rate(100_000, 100_000),
                new io.rampline.desk.admission.Rate(100_000, 100_000),
                new io.rampline.desk.admission.Rate(100_000, 100_000),
                new io.rampline.desk.admission.Rate(100_000, 100_000),
                4);
        desk = OpenDesk.tiny(settings -> settings.withRates(generous));
        routes = Desks.of(
                        desk.book, HttpSettings.usual(0, desk.tokens, false), InstantSource.system(), System::nanoTime)
                .table()
                .routes();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void everyRouteStandsInTheMatrixOrIsForAnybody() {
        List<String> closed = routes.stream()
                .filter(route -> route.permission() != Permission.ANYBODY)
                .map(Route::label)
                .toList();

        assertThat(closed).containsExactlyInAnyOrderElementsOf(MAY.keySet());
        assertThat(routes.stream()
                        .filter(route -> route.permission() == Permission.ANYBODY)
                        .map(Route::label))
                .containsExactlyInAnyOrder(
                        "GET /healthz",
                        "GET /readyz",
                        "GET /openapi.yaml",
                        "GET /",
                        "GET /assets/scripts/{file}",
                        "GET /assets/styles/{file}");
    }

    @Test
    void everyCellIsAsTheMatrixSays() {
        int cells = 0;
        List<String> wrong = new ArrayList<>();
        for (Route route : routes) {
            for (String whose : List.of("anna", "bert", "house")) {
                if (route.permission() == Permission.ANYBODY || (isAboutNoOrder(route) && !whose.equals("anna"))) {
                    continue;
                }
                for (Role role : Role.values()) {
                    cells++;
                    check(route, role, whose, wrong);
                }
                cells++;
                Told nobody = ask(route, desk.asNobody(), orderOf(whose));
                if (nobody.status() != 401) {
                    wrong.add(route.label() + " by nobody: " + nobody.status());
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(cells).isGreaterThan(250);
    }

    private static boolean isAboutNoOrder(Route route) {
        return !route.path().contains("{order_id}");
    }

    private void check(Route route, Role role, String whose, List<String> wrong) {
        OpenDesk.Asking asking = role == Role.CUSTOMER ? desk.as(role, "anna") : desk.as(role);
        String order = orderOf(whose);
        int before = desk.book.entries().size();
        Told told = ask(route, asking, order);
        boolean changed = desk.book.entries().size() != before;
        String cell =
                route.label() + " by " + role + " about " + whose + "'s order: " + told.status() + " " + told.body();
        if (role != Role.CUSTOMER) {
            boolean may = MAY.get(route.label()).contains(role);
            if (may == isDenied(told)) {
                wrong.add(cell);
            }
        } else {
            switch (CUSTOMER.get(route.label())) {
                case "none" -> {
                    if (told.status() != 403) {
                        wrong.add(cell);
                    }
                }
                case "all" -> {
                    if (isDenied(told)) {
                        wrong.add(cell);
                    }
                }
                case "own" -> {
                    // Another's order looks like none.
                    if (whose.equals("anna") ? isDenied(told) || told.status() == 404 : told.status() != 404) {
                        wrong.add(cell);
                    }
                }
                case "new" -> {
                    if (!whose.equals("anna") && told.status() != 409) {
                        wrong.add(cell);
                    }
                }
                default -> throw new AssertionError(route.label());
            }
        }
        if (changed && (isDenied(told) || told.status() == 404)) {
            wrong.add(cell + " was denied and done");
        }
    }

    private static boolean isDenied(Told told) {
        return told.status() == 401 || told.status() == 403;
    }

    private int orders;

    /** A new order, so that no cell depends on the one before. */
    private String orderOf(String whose) {
        String id = whose + "-" + ++orders;
        OpenDesk.Asking asking = whose.equals("house") ? desk.as(Role.SALES) : desk.as(Role.CUSTOMER, whose);
        assertThat(asking.put("/api/v1/orders/" + id, "{\"model\":\"City\",\"trim\":\"Base\"}")
                        .status())
                .isEqualTo(201);
        return id;
    }

    private static Told ask(Route route, OpenDesk.Asking asking, String order) {
        String path = route.path()
                .replace("{order_id}", order)
                .replace("{link_id}", "00000000-0000-0000-0000-000000000000")
                .replace("{import_id}", "none")
                .replace("{timetable_id}", "none")
                .replace("{proposal_id}", "none")
                .replace("{kind}", "line")
                .replace("{name}", "N1")
                .replace("{line}", "N1")
                .replace("{date}", "2026-03-02")
                .replace("{week}", "2026-W20");
        if (route.path().endsWith("/pulse")) {
            // A stream that is let through does not end; that nobody is sent what HEAD asks for ends it.
            return asking.ask("HEAD", path, null);
        }
        if (route.permission() == Permission.FOLLOW_CHANGES) {
            // A stream that is let through does not end; that the position is looked at shows that it was.
            return asking.with("Last-Event-ID", "x").get(path);
        }
        String body = switch (route.label()) {
            case "PUT /api/v1/resources/{kind}/{name}/weeks/{week}" -> "{\"units\":1,\"reason\":\"matrix\"}";
            case "POST /api/v1/capacity" ->
                "{\"changes\":[{\"kind\":\"line\",\"name\":\"N1\",\"from_week\":\"2026-W20\",\"units\":1}],\"reason\":\"m\"}";
            case "POST /api/v1/deliveries" -> "{\"deliveries\":[]}";
            case "PUT /api/v1/admission" -> "{\"order_stops\":[]}";
            case "PUT /api/v1/orders/{order_id}", "POST /api/v1/orders/{order_id}/hold", "POST /api/v1/quotes" ->
                "{\"model\":\"City\",\"trim\":\"Base\"}";
            default -> route.entity() == Route.Entity.NONE ? null : "{}";
        };
        return asking.ask(route.method().name(), path, body);
    }

    @Test
    void onlyTheHouseMaySayTermsAndOnlyPlannersThePlaceInLine() {
        Map<String, Set<Role>> may = Map.of(
                "\"priority\":\"retail\"", SELLERS,
                "\"deposit_minor\":100", SELLERS,
                "\"customer\":\"anna\"", SELLERS,
                "\"locked_at\":\"2026-02-01T10:00:00\"", EnumSet.of(Role.PLANNER, Role.ADMIN));
        may.forEach((field, roles) -> {
            for (Role role : EnumSet.of(Role.CUSTOMER, Role.SALES, Role.PLANNER, Role.ADMIN)) {
                Told told = desk.as(role)
                        .put("/api/v1/orders/F-" + ++orders, "{\"model\":\"City\",\"trim\":\"Base\"," + field + "}");
                assertThat(told.status())
                        .as(role + " says " + field + ": " + told.body())
                        .isEqualTo(roles.contains(role) ? 201 : 403);
            }
        });
    }

    @Test
    void anOrderForACustomerIsTheCustomersOwn() {
        desk.as(Role.SALES).put("/api/v1/orders/S-1", "{\"model\":\"City\",\"trim\":\"Base\",\"customer\":\"clara\"}");

        assertThat(desk.as(Role.CUSTOMER, "clara").get("/api/v1/orders/S-1").status())
                .isEqualTo(200);
        assertThat(desk.as(Role.CUSTOMER, "anna").get("/api/v1/orders/S-1").status())
                .isEqualTo(404);
        assertThat(desk.as(Role.SALES)
                        .get("/api/v1/orders/S-1")
                        .body()
                        .path("customer")
                        .asText())
                .isEqualTo("clara");
        assertThat(desk.as(Role.SALES)
                        .put("/api/v1/orders/S-1", "{\"model\":\"City\",\"trim\":\"Base\",\"customer\":\"anna\"}")
                        .status())
                .isEqualTo(409);
        assertThat(desk.as(Role.CUSTOMER, "clara").get("/api/v1/orders").body().path("orders"))
                .hasSize(1);
    }

    @Test
    void aCustomerSeesInTheHistoryWhichRoleActedAndNotWho() {
        desk.as(Role.SALES).put("/api/v1/orders/S-2", "{\"model\":\"City\",\"trim\":\"Base\",\"customer\":\"dora\"}");
        Told history = desk.as(Role.CUSTOMER, "dora").get("/api/v1/orders/S-2/history");

        assertThat(history.body().path("entries").get(0).path("actor").asText()).isEqualTo("sales");
        assertThat(desk.as(Role.CUSTOMER, "dora")
                        .get("/api/v1/orders/S-2")
                        .body()
                        .has("customer"))
                .isFalse();
    }

    @Test
    void denialsStandInTheAuditLog() throws Exception {
        String id = orderOf("bert");
        desk.as(Role.CUSTOMER, "anna").with("X-Request-Id", "audit-1").get("/api/v1/orders/" + id);
        long until = System.nanoTime() + 60_000_000_000L;
        String line = "";
        while (line.isEmpty() && System.nanoTime() < until) {
            LockSupport.parkNanos(10_000_000);
            line = desk.journal
                    .toString(java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .filter(one -> one.contains("\"denied\"") && one.contains("audit-1"))
                    .findFirst()
                    .orElse("");
        }

        assertThat(line).contains("\"principal\":\"anna\"", "\"order_id\":\"" + id + "\"", "another's order");
    }
}
