package io.rampline.desk.http;

import io.rampline.desk.access.CarLink;
import io.rampline.desk.access.Decision;
import io.rampline.desk.access.Gatekeeper;
import io.rampline.desk.access.Identity;
import io.rampline.desk.access.IdentityCheck;
import io.rampline.desk.access.Ownership;
import io.rampline.desk.access.Permission;
import io.rampline.desk.access.Principal;
import io.rampline.desk.access.Role;
import io.rampline.desk.http.Route.About;
import io.rampline.desk.http.Route.Entity;
import io.rampline.desk.page.SessionCookie;
import io.rampline.orderbook.BookUnavailable;
import io.rampline.orderbook.OrderRecord;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Every request passes here, in this order: the door is open, the route is there, the page that asks is ours, somebody
 * is known, the role may, the rate is kept, the types fit, the order is one that may be seen. Then the desk of the
 * route answers. Whatever ends it early ends as a problem document.
 */
final class Reception {
    private final RouteTable table;
    private final IdentityCheck identities;
    private final Book book;
    private final Rates rates;
    private final Door door;
    private final Journal journal;
    private final Metrics metrics;

    Reception(
            RouteTable table,
            IdentityCheck identities,
            Book book,
            Rates rates,
            Door door,
            Journal journal,
            Metrics metrics) {
        this.table = table;
        this.identities = identities;
        this.book = book;
        this.rates = rates;
        this.door = door;
        this.journal = journal;
        this.metrics = metrics;
    }

    /** The answer, and what to note about it. */
    record Answered(Reply reply, String requestId, int routeNumber) {}

    static final int NO_ROUTE = -1;
    private static final long UNAVAILABLE_RETRY_NANOS = 5_000_000_000L;

    Answered answer(Incoming incoming) {
        String requestId = RequestIds.of(incoming.header(Head.REQUEST_ID));
        int[] routeNumber = {NO_ROUTE};
        try {
            return new Answered(reply(incoming, requestId, routeNumber), requestId, routeNumber[0]);
        } catch (Problem problem) {
            problem.refusal().ifPresent(metrics::countRefusal);
            return new Answered(problem.reply(requestId), requestId, routeNumber[0]);
        } catch (BookUnavailable away) {
            Problem problem = new Problem(ProblemType.UNAVAILABLE, "the book cannot be read now; nothing was done")
                    .retryAfter(UNAVAILABLE_RETRY_NANOS);
            journal.fault(requestId, away);
            return new Answered(problem.reply(requestId), requestId, routeNumber[0]);
        } catch (RuntimeException fault) {
            journal.fault(requestId, fault);
            Problem problem = new Problem(
                    ProblemType.INTERNAL_FAULT, "a fault of the program; it stands in the log under this request's id");
            return new Answered(problem.reply(requestId), requestId, routeNumber[0]);
        }
    }

    private Reply reply(Incoming incoming, String requestId, int[] routeNumber) {
        return switch (table.find(incoming.method(), incoming.rawPath())) {
            case RouteTable.Found.Nothing _ ->
                throw new Problem(ProblemType.NOT_FOUND, "no route of this path; /openapi.yaml lists them");
            case RouteTable.Found.OtherMethods other -> otherMethod(incoming, other);
            case RouteTable.Found.Match match -> {
                routeNumber[0] = match.number();
                yield reply(incoming, requestId, match);
            }
        };
    }

    private static Reply otherMethod(Incoming incoming, RouteTable.Found.OtherMethods other) {
        String allowed = other.methods().stream()
                .map(method -> method == Route.Method.GET ? "GET, HEAD" : method.name())
                .collect(Collectors.joining(", "));
        if (incoming.method().equals("OPTIONS")) {
            return Reply.empty(Reply.NO_CONTENT).with(Head.ALLOW, allowed);
        }
        throw new Problem(ProblemType.METHOD_NOT_ALLOWED, "this path knows " + allowed).with(Head.ALLOW, allowed);
    }

    private Reply reply(Incoming incoming, String requestId, RouteTable.Found.Match match) {
        Route route = match.route();
        if (route.permission() != Permission.ANYBODY) {
            door.mustBeOpen();
            sameOrigin(incoming);
        }
        if (route.about() == About.LINKED) {
            return linked(incoming, route, requestId);
        }
        Optional<Principal> principal = identify(incoming, route, requestId);
        allow(Gatekeeper.decide(principal, route.permission(), Gatekeeper.BOOK), principal, route, requestId, "");
        if (principal.isPresent()) {
            rates.keep(principal.get(), route.cost());
        }
        types(incoming, route);
        Call call = new Call(incoming, route, match.parameters(), principal);
        call.query();
        if (route.about() == About.ORDER && Gatekeeper.ownOnly(call.principal(), route.permission())) {
            mayTouch(call, call.orderId(), requestId);
        }
        return rates.costly(route.cost(), () -> route.handler().answer(call));
    }

    /** Whoever shows a link is nobody in particular: he sees the one order, as often as a customer may ask. */
    private Reply linked(Incoming incoming, Route route, String requestId) {
        CarLink link = link(incoming, route, requestId);
        rates.keep(new Principal("link-" + link.id(), Role.CUSTOMER), route.cost());
        types(incoming, route);
        Call call = new Call(incoming, route, List.of(link.orderId()), Optional.empty());
        call.query();
        return rates.costly(route.cost(), () -> route.handler().answer(call));
    }

    private CarLink link(Incoming incoming, Route route, String requestId) {
        if (identities.identify(incoming.header(Head.AUTHORIZATION)) instanceof Identity.Linked(CarLink link)) {
            Decision decision = Gatekeeper.decide(Optional.empty(), route.permission(), new Gatekeeper.Target.Linked());
            allow(decision, Optional.empty(), route, requestId, link.orderId());
            return link;
        }
        Optional<Principal> principal = identify(incoming, route, requestId);
        allow(Gatekeeper.decide(principal, route.permission(), Gatekeeper.BOOK), principal, route, requestId, "");
        throw new IllegalStateException("found " + route.label() + " open to somebody, expected to links alone");
    }

    /** Somebody else's order looks like none at all. */
    private void mayTouch(Call call, String orderId, String requestId) {
        OrderRecord order = book.reader().order(orderId).orElseThrow(() -> Problem.unknownOrder(orderId));
        Gatekeeper.Target target = new Gatekeeper.Target.Order(Ownership.owner(order.bookedBy()));
        allow(
                Gatekeeper.decide(call.findPrincipal(), call.route().permission(), target),
                call.findPrincipal(),
                call.route(),
                requestId,
                orderId);
    }

    private Optional<Principal> identify(Incoming incoming, Route route, String requestId) {
        if (route.permission() == Permission.ANYBODY) {
            return Optional.empty();
        }
        Optional<String> session = incoming.header(Head.AUTHORIZATION).isEmpty()
                ? SessionCookie.find(incoming.header(Head.COOKIE))
                : Optional.empty();
        if (session.isPresent()) {
            return bySession(session.get(), incoming, route);
        }
        return switch (identities.identify(incoming.header(Head.AUTHORIZATION))) {
            case Identity.Known known -> Optional.of(known.principal());
            case Identity.Nobody _ -> Optional.empty();
            case Identity.Linked _ -> {
                journal.denied(requestId, route.label(), Optional.empty(), "", "a link opens its car alone");
                throw whoAreYou();
            }
            case Identity.Unproven unproven -> {
                rates.countUnproven(incoming.peer());
                journal.denied(requestId, route.label(), Optional.empty(), "", unproven.why());
                throw whoAreYou();
            }
        };
    }

    /** A cookie of a token that is no longer good is as none: whoever was signed in may sign in again. */
    private Optional<Principal> bySession(String token, Incoming incoming, Route route) {
        if (!(identities.identify("Bearer " + token) instanceof Identity.Known known)) {
            rates.countUnproven(incoming.peer());
            return identities.identify("") instanceof Identity.Known anybody
                    ? Optional.of(anybody.principal())
                    : Optional.empty();
        }
        boolean changes = route.method() != Route.Method.GET;
        if (changes && !SessionCookie.isWordOf(token, incoming.header(Head.SESSION_WORD))) {
            throw new Problem(
                    ProblemType.FOREIGN_ORIGIN,
                    "found a session without its word, expected what GET /api/v1/session says in X-Session-Word");
        }
        return Optional.of(known.principal());
    }

    private void allow(
            Decision decision, Optional<Principal> principal, Route route, String requestId, String orderId) {
        switch (decision) {
            case Decision.Allowed _ -> {}
            case Decision.WhoAreYou _ -> throw whoAreYou();
            case Decision.NotYourRole _ -> {
                journal.denied(requestId, route.label(), principal, orderId, "role");
                throw new Problem(
                        ProblemType.NOT_ALLOWED,
                        "the role "
                                + principal.map(known -> known.role().label()).orElse("nobody") + " may not "
                                + route.permission()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', ' '));
            }
            case Decision.NotYours _ -> {
                journal.denied(requestId, route.label(), principal, orderId, "another's order");
                throw Problem.unknownOrder(orderId);
            }
        }
    }

    private static Problem whoAreYou() {
        return new Problem(
                        ProblemType.WHO_ARE_YOU,
                        "expected a valid token in Authorization: Bearer ...; rampline token makes one")
                .with(Head.WWW_AUTHENTICATE, "Bearer realm=\"rampline\"");
    }

    /** Pages of other sites may not ask through somebody's browser; programs send none of these headers. */
    private static void sameOrigin(Incoming incoming) {
        String origin = incoming.header(Head.ORIGIN);
        String host = incoming.header(Head.HOST);
        boolean isForeign = !origin.isEmpty() && !origin.equals("http://" + host) && !origin.equals("https://" + host);
        String site = incoming.header(Head.SEC_FETCH_SITE);
        boolean isCross = site.equals("cross-site") || site.equals("same-site");
        if (isForeign || isCross) {
            throw new Problem(ProblemType.FOREIGN_ORIGIN, "asked from a page of another site");
        }
    }

    private static void types(Incoming incoming, Route route) {
        String accept = incoming.header(Head.ACCEPT);
        if (!MediaTypes.isAccepted(accept, route.produces())) {
            throw new Problem(ProblemType.NOT_ACCEPTABLE, "this path has " + route.produces());
        }
        if (!incoming.hasBody()) {
            return;
        }
        if (route.entity() == Entity.NONE) {
            throw new Problem(ProblemType.MALFORMED_REQUEST, "found a body, expected none on this path");
        }
        List<String> types = route.entity().types();
        if (MediaTypes.named(incoming.header(Head.CONTENT_TYPE), types).isEmpty()) {
            throw new Problem(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "expected Content-Type: " + String.join(" or ", types)
                            + (types.contains(MediaTypes.JSON) ? ", in UTF-8" : ""));
        }
        String length = incoming.header(Head.CONTENT_LENGTH);
        // Longer than any int is too long as well.
        if (length.length() > 9
                || (!length.isEmpty() && number(length) > route.entity().bytesMax())) {
            throw Call.tooLarge(route.entity().bytesMax());
        }
    }

    private static int number(String length) {
        try {
            return Integer.parseInt(length);
        } catch (NumberFormatException notOne) {
            throw Problem.parameter("Content-Length", length, "a number");
        }
    }
}
