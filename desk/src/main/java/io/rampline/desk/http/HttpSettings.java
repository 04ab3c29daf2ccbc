package io.rampline.desk.http;

import io.rampline.desk.access.JwtCheck;
import io.rampline.desk.access.LinkStore;
import io.rampline.desk.access.TokenStore;
import io.rampline.desk.admission.Admission;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How the desk is opened.
 *
 * @param host address to listen on
 * @param port 0 for any free one
 * @param tokens where tokens of this house are kept
 * @param jwt empty when no issuer is trusted
 * @param withoutLogin whether everybody is an admin; only on an address of this machine alone
 * @param log where the log goes
 * @param logEveryRequest whether ordinary requests have a line too
 * @param windows how windows of the book in use are counted
 * @param links where links to cars are kept
 * @param adoption how many must agree to a plan, and how long its adoption can be undone
 * @param patience how long requests that are inside may take when the desk closes
 */
public record HttpSettings(
        String host,
        int port,
        TokenStore tokens,
        Optional<JwtCheck> jwt,
        boolean withoutLogin,
        RequestRates rates,
        Admission admission,
        PrintStream log,
        boolean logEveryRequest,
        Duration patience,
        WindowSettings windows,
        LinkStore links,
        AdoptionRule adoption) {
    public HttpSettings {
        if (withoutLogin && !isThisMachineAlone(host)) {
            throw new IllegalArgumentException("found a desk without login on " + host
                    + ", expected 127.0.0.1; maybe make tokens, or leave --host out");
        }
        if (withoutLogin && adoption.persons() > 1) {
            throw new IllegalArgumentException("found two persons wanted for a plan at a desk without login, where"
                    + " everybody is the same one, expected a login; maybe say --login and make tokens");
        }
    }

    /** A desk on this machine, with what is usual otherwise. */
    public static HttpSettings usual(int port, TokenStore tokens, boolean withoutLogin) {
        return new HttpSettings(
                "127.0.0.1",
                port,
                tokens,
                Optional.empty(),
                withoutLogin,
                RequestRates.DEFAULT,
                Admission.open(),
                System.err,
                false,
                Duration.ofSeconds(20),
                WindowSettings.ON_DEMAND,
                LinkStore.NOWHERE,
                withoutLogin ? AdoptionRule.ALONE : AdoptionRule.USUAL);
    }

    public HttpSettings withHost(String other) {
        return with(draft -> draft.host = other);
    }

    public HttpSettings withJwt(JwtCheck check) {
        return with(draft -> draft.jwt = Optional.of(check));
    }

    public HttpSettings withRates(RequestRates other) {
        return with(draft -> draft.rates = other);
    }

    public HttpSettings withAdmission(Admission other) {
        return with(draft -> draft.admission = other);
    }

    public HttpSettings withLog(PrintStream other, boolean everyRequest) {
        return with(draft -> {
            draft.log = other;
            draft.logEveryRequest = everyRequest;
        });
    }

    public HttpSettings withWindows(WindowSettings other) {
        return with(draft -> draft.windows = other);
    }

    public HttpSettings withLinks(LinkStore other) {
        return with(draft -> draft.links = other);
    }

    public HttpSettings withAdoption(AdoptionRule other) {
        return with(draft -> draft.adoption = other);
    }

    private HttpSettings with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.settings();
    }

    /** The same, being changed. */
    private static final class Draft {
        private final HttpSettings before;
        private String host;
        private Optional<JwtCheck> jwt;
        private RequestRates rates;
        private Admission admission;
        private PrintStream log;
        private boolean logEveryRequest;
        private WindowSettings windows;
        private LinkStore links;
        private AdoptionRule adoption;

        Draft(HttpSettings before) {
            this.before = before;
            this.host = before.host;
            this.jwt = before.jwt;
            this.rates = before.rates;
            this.admission = before.admission;
            this.log = before.log;
            this.logEveryRequest = before.logEveryRequest;
            this.windows = before.windows;
            this.links = before.links;
            this.adoption = before.adoption;
        }

        HttpSettings settings() {
            return new HttpSettings(
                    host,
                    before.port,
                    before.tokens,
                    jwt,
                    before.withoutLogin,
                    rates,
                    admission,
                    log,
                    logEveryRequest,
                    before.patience,
                    windows,
                    links,
                    adoption);
        }
    }

    private static boolean isThisMachineAlone(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
