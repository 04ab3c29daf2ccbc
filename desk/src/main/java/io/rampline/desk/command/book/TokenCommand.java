package io.rampline.desk.command.book;

import io.rampline.desk.access.BookTokens;
import io.rampline.desk.access.Principal;
import io.rampline.desk.access.Role;
import io.rampline.desk.access.TokenMint;
import io.rampline.desk.access.TokenRecord;
import io.rampline.desk.command.CommandFault;
import io.rampline.desk.command.ExitCode;
import io.rampline.desk.command.Steps;
import io.rampline.desk.command.Terminal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "token",
        description = {
            "Makes, lists and revokes the tokens with which programs ask a served book.",
            "A token's secret is shown once, when it is made; only its hash is kept. Works while the book is being served"
                    + " or not."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  rampline token --make web-shop --role sales",
            "  rampline token --make ann --role planner --days 90",
            "  rampline token --list",
            "  rampline token --revoke 6f1c0d0e-..."
        })
final class TokenCommand implements Callable<Integer> {
    private final Terminal terminal;

    @ArgGroup(multiplicity = "1")
    private Wish wish = new Wish();

    @Option(names = "--role", paramLabel = "ROLE", description = "customer, sales, finance, plant, planner or admin.")
    private String role = "";

    @Option(names = "--name", paramLabel = "TEXT", description = "What the token is for. Default: who it is made for.")
    private String name = "";

    @Option(names = "--days", paramLabel = "N", description = "Expires after so many days. Default: never.")
    private int days;

    @Mixin
    private BookPlace place = new BookPlace();

    /** One of the three. */
    private static final class Wish {
        @Option(
                names = "--make",
                paramLabel = "PRINCIPAL",
                description = "Makes a token for somebody, named as the record shall name him.")
        private String make = "";

        @Option(names = "--list", description = "Lists tokens.")
        private boolean list;

        @Option(names = "--revoke", paramLabel = "ID", description = "From now on the token opens nothing.")
        private String revoke = "";
    }

    TokenCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Role wanted = Role.CUSTOMER;
        if (!wish.make.isEmpty()) {
            wanted = Role.find(role)
                    .orElseThrow(() -> new CommandFault(
                            ExitCode.USAGE, "found role \"" + role + "\", expected one of " + Role.labels()));
            if (!Principal.isName(wish.make) || days < 0) {
                throw new CommandFault(
                        ExitCode.USAGE, "expected a name without blanks, and days of 1 or more when there are any");
            }
        }
        try (Steps steps = new Steps(terminal, false);
                BookPlace.Opened opened = place.look(steps, "open with a token")) {
            steps.end();
            return carryOut(new BookTokens(opened.database()), wanted);
        }
    }

    private int carryOut(BookTokens tokens, Role wanted) {
        if (!wish.make.isEmpty()) {
            TokenMint.Minted minted = new TokenMint(tokens)
                    .mint(
                            name.isEmpty() ? wish.make : name,
                            new Principal(wish.make, wanted),
                            days == 0 ? Optional.empty() : Optional.of(Duration.ofDays(days)));
            terminal.out().println(minted.secret());
            terminal.say("that is the secret of token " + minted.token().id() + "; it is not shown again."
                    + " Send it as: Authorization: Bearer ...");
            return ExitCode.OK;
        }
        if (wish.list) {
            tokens.all().forEach(token -> terminal.out().println(line(token)));
            return ExitCode.OK;
        }
        if (!tokens.revoke(wish.revoke, Instant.now())) {
            throw new CommandFault(
                    ExitCode.USAGE,
                    "found no token " + wish.revoke + " that is in force. Maybe see: rampline token --list");
        }
        terminal.say("token " + wish.revoke + " opens nothing any more");
        return ExitCode.OK;
    }

    private static String line(TokenRecord token) {
        String end = token.revokedAt()
                .map(at -> "revoked " + at)
                .or(() -> token.expiresAt().map(at -> "expires " + at))
                .orElse("does not expire");
        return token.id() + "  " + token.principal().name() + "  "
                + token.principal().role().label() + "  " + token.name() + "  made " + token.createdAt() + "  " + end;
    }
}
