package io.rampline.desk.http;

import io.rampline.desk.access.Decision;
import io.rampline.desk.access.Gatekeeper;
import io.rampline.desk.access.Permission;
import io.rampline.desk.page.SessionCookie;
import io.rampline.factory.Scenario;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Signs people in with a browser: whoever shows a token once need not show it again until the browser is closed. */
final class SessionDesk {
    private static final String BEARER = "bearer ";

    private final Book book;
    private final boolean withoutLogin;

    SessionDesk(Book book, boolean withoutLogin) {
        this.book = book;
        this.withoutLogin = withoutLogin;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/v1/session", Permission.SIGN_IN, this::see),
                Route.post("/api/v1/session", Permission.SIGN_IN, this::signIn).taking(Route.Entity.OPTIONAL_JSON),
                Route.delete("/api/v1/session", Permission.SIGN_IN, this::signOut));
    }

    private Reply see(Call call) {
        return described(call, SessionCookie.find(call.header(Head.COOKIE)));
    }

    private Reply signIn(Call call) {
        String shown = call.header(Head.AUTHORIZATION);
        boolean isBearer = shown.regionMatches(true, 0, BEARER, 0, BEARER.length());
        String token = isBearer ? shown.substring(BEARER.length()).strip() : "";
        if (!SessionCookie.holds(token)) {
            throw new Problem(
                    ProblemType.MALFORMED_REQUEST,
                    "expected the token to sign in with in Authorization: Bearer ..., of visible ASCII characters, at"
                            + " most 4000");
        }
        boolean isOverTls = call.header(Head.ORIGIN).startsWith("https://");
        return described(call, Optional.of(token)).with(Head.SET_COOKIE, SessionCookie.keep(token, isOverTls));
    }

    private Reply signOut(Call call) {
        return Reply.empty(Reply.NO_CONTENT).with(Head.SET_COOKIE, SessionCookie.forget());
    }

    private Reply.Whole described(Call call, Optional<String> token) {
        Scenario scenario = book.network().scenario();
        return Reply.ok(json -> {
            json.writeStringField("name", call.principal().name());
            json.writeStringField("role", call.principal().role().label());
            json.writeBooleanField("without_login", withoutLogin);
            json.writeStringField("word", token.map(SessionCookie::word).orElse(null));
            json.writeStringField("scenario", scenario.name());
            json.writeStringField("currency", scenario.currency().code());
            json.writeNumberField("minor_units", scenario.currency().minorUnits());
            json.writeArrayFieldStart("may");
            for (Permission permission : Arrays.stream(Permission.values())
                    .filter(one ->
                            Gatekeeper.decide(call.findPrincipal(), one, Gatekeeper.BOOK) instanceof Decision.Allowed)
                    .toList()) {
                json.writeString(permission.name().toLowerCase(Locale.ROOT));
            }
            json.writeEndArray();
        });
    }
}
