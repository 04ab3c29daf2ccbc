package io.rampline.desk.http;

import io.rampline.desk.access.CarLinks;
import io.rampline.desk.access.IdentityCheck;
import io.rampline.desk.access.Principal;
import io.rampline.desk.access.Role;
import io.rampline.desk.page.Assets;
import io.rampline.desk.timetable.Proposals;
import io.rampline.factory.Uncertainty;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** All desks of one book, and the reception before them: everything but the web server. */
final class Desks {
    static final Principal EVERYBODY = new Principal("demo", Role.ADMIN);

    private final RouteTable table;
    private final Reception reception;
    private final Door door;
    private final Journal journal;
    private final Metrics metrics;
    private final LiveWindows windows;

    private Desks(
            RouteTable table, Reception reception, Door door, Journal journal, Metrics metrics, LiveWindows windows) {
        this.table = table;
        this.reception = reception;
        this.door = door;
        this.journal = journal;
        this.metrics = metrics;
        this.windows = windows;
    }

    static Desks of(Book book, HttpSettings settings, InstantSource clock, LongSupplier clockNanos) {
        PromiseText text = new PromiseText(book.network());
        EntryJson entries = new EntryJson(text);
        Door door = new Door();
        Journal journal = new Journal(settings.log(), clock, settings.logEveryRequest());
        LiveWindows windows = new LiveWindows(book, settings.windows(), door, journal, clock);
        WindowText windowText = new WindowText(windows, text);
        AdmissionDesk admission = new AdmissionDesk(book, text, windowText, settings.admission(), clock);
        List<Route> routes = new ArrayList<>();
        routes.addAll(admission.routes());
        CarLinks links = new CarLinks(settings.links(), clock);
        routes.addAll(aboutOneOrder(book, text, windowText, entries, admission));
        routes.addAll(new LinkDesk(book, links).routes());
        routes.addAll(new PlantDesk(book, text).routes());
        routes.addAll(new LineDesk(book).routes());
        routes.addAll(new PlanDesk(book, text).routes());
        routes.addAll(aboutPlans(book, text, settings, door, journal));
        routes.addAll(new WindowsDesk(windows, windowText, door).routes());
        routes.addAll(new RecordDesk(book, clockNanos).routes());
        Uncertainty uncertainty = settings.windows().uncertainty();
        LiveCash cash = new LiveCash(book, uncertainty, door, journal, clock);
        routes.addAll(new MoneyDesk(book, uncertainty, cash, clockNanos).routes());
        routes.addAll(new ScenarioDesk(book).routes());
        routes.addAll(new ImportDesk(book, door, journal, clock).routes());
        Metrics metrics = new Metrics();
        routes.addAll(new ChangeStream(book, text, entries, door, metrics).routes());
        routes.addAll(new LeverDesk(book, text).routes());
        routes.addAll(new OrderSearch(book, text).routes());
        routes.addAll(new Pulse(book, door).routes());
        routes.addAll(new SessionDesk(book, settings.withoutLogin()).routes());
        routes.addAll(new PageDesk(Assets.load()).routes());
        routes.addAll(new HouseDesk(book, door, metrics, new WindowMetrics(windows), clock).routes());
        metrics.countFor(routes);
        RouteTable table = new RouteTable(routes);
        IdentityCheck identities = new IdentityCheck(
                settings.tokens(),
                links,
                settings.jwt(),
                settings.withoutLogin() ? Optional.of(EVERYBODY) : Optional.empty(),
                clock);
        Rates rates = new Rates(settings.rates(), clockNanos);
        Reception reception = new Reception(table, identities, book, rates, door, journal, metrics);
        return new Desks(table, reception, door, journal, metrics, windows);
    }

    private static List<Route> aboutPlans(
            Book book, PromiseText text, HttpSettings settings, Door door, Journal journal) {
        Proposals proposals = new Proposals(book.notices());
        AdoptedHere adopted = new AdoptedHere(book, proposals);
        AdoptionDesk adoption = new AdoptionDesk(book, text, settings.adoption(), adopted);
        List<Route> routes = new ArrayList<>(adoption.routes());
        routes.addAll(new ProposalDesk(book, text, adoption, proposals, journal).routes());
        routes.addAll(new UndoDesk(book, text, adoption, proposals, adopted).routes());
        routes.addAll(new TimetableDesk(book, adoption, door, journal).routes());
        routes.addAll(new BoardDesk(book, text, adopted).routes());
        routes.addAll(new PlanFuturesDesk(book, text, adoption, settings.windows(), door).routes());
        return routes;
    }

    private static List<Route> aboutOneOrder(
            Book book, PromiseText text, WindowText windows, EntryJson entries, AdmissionDesk admission) {
        OrderDesk orders = new OrderDesk(book, text, admission);
        ReadDesk read = new ReadDesk(book, text, windows, entries);
        List<Route> routes = new ArrayList<>(orders.routes());
        routes.addAll(new OrderTrialDesk(book, text, orders).routes());
        routes.addAll(new EarlierDateDesk(book, text).routes());
        routes.addAll(new CatalogueDesk(book.network().scenario()).routes());
        routes.addAll(read.routes());
        routes.addAll(new CarDesk(book, text, windows, entries).routes(read));
        return routes;
    }

    RouteTable table() {
        return table;
    }

    Reception reception() {
        return reception;
    }

    Door door() {
        return door;
    }

    Journal journal() {
        return journal;
    }

    Metrics metrics() {
        return metrics;
    }

    LiveWindows windows() {
        return windows;
    }
}
