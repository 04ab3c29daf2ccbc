package io.rampline.desk.command.book;

import io.rampline.desk.access.JwtCheck;
import io.rampline.desk.access.JwtKeys;
import io.rampline.desk.access.JwtTrust;
import io.rampline.desk.access.Role;
import io.rampline.desk.command.CommandFault;
import io.rampline.desk.command.ExitCode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** Whose JWTs are believed, as typed. */
final class JwtOptions {
    @Option(names = "--jwt-issuer", required = true, paramLabel = "URL", description = "Must be iss.")
    private String issuer = "";

    @Option(names = "--jwt-audience", required = true, paramLabel = "TEXT", description = "Must be among aud.")
    private String audience = "";

    @Option(
            names = "--jwt-keys",
            required = true,
            paramLabel = "URL|FILE",
            description = "The issuer's keys as JWKS: https address or file.")
    private String keys = "";

    @Option(
            names = "--jwt-role-claim",
            paramLabel = "NAME",
            description = "Where roles stand. Default: ${DEFAULT-VALUE}.",
            defaultValue = "roles")
    private String claim = "roles";

    @Option(
            names = "--jwt-role",
            paramLabel = "THEIRS=OURS",
            description = "What a role is called there; may be given several times. Default: as here.")
    private Map<String, String> roles = Map.of();

    /**
     * What checks them.
     *
     * @throws CommandFault when a role is unknown or the keys cannot be read
     */
    JwtCheck check() {
        TreeMap<String, Role> known = new TreeMap<>();
        for (Role role : Role.values()) {
            if (roles.isEmpty()) {
                known.put(role.label(), role);
            }
        }
        roles.forEach((theirs, ours) -> known.put(
                theirs,
                Role.find(ours)
                        .orElseThrow(() -> new CommandFault(
                                ExitCode.USAGE, "found role \"" + ours + "\", expected one of " + Role.labels()))));
        try {
            boolean isAddress = keys.startsWith("http:") || keys.startsWith("https:");
            JwtKeys read = isAddress ? JwtKeys.at(URI.create(keys)) : JwtKeys.inFile(Path.of(keys));
            return new JwtCheck(new JwtTrust(issuer, audience, claim, known), read);
        } catch (IOException | IllegalArgumentException wrong) {
            throw new CommandFault(ExitCode.USAGE, wrong);
        }
    }
}
