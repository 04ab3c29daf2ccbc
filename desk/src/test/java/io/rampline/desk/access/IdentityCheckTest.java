package io.rampline.desk.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Who is asking, by tokens of this house. */
class IdentityCheckTest {
    private static final Principal ANNA = new Principal("anna", Role.CUSTOMER);

    private final MemoryTokens tokens = new MemoryTokens();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final InstantSource clock = () -> now;
    private final TokenMint mint = new TokenMint(tokens, clock, new Random(7));
    private final IdentityCheck check = new IdentityCheck(
            tokens, new CarLinks(LinkStore.NOWHERE, clock), Optional.empty(), Optional.empty(), clock);

    @Test
    void aTokenSaysWhoItIsAndItsSecretIsKeptNowhere() {
        TokenMint.Minted minted = mint.mint("phone", ANNA, Optional.empty());

        assertThat(check.identify("Bearer " + minted.secret())).isEqualTo(new Identity.Known(ANNA));
        assertThat(minted.secret()).startsWith("rmp_").hasSize(47);
        assertThat(minted.toString() + tokens.all())
                .doesNotContain(minted.secret().substring(4));
        assertThat(tokens.all().getFirst().hash()).hasSize(64).doesNotContain(minted.secret());
    }

    @Test
    void aWrongTokenProvesNothing() {
        TokenMint.Minted minted = mint.mint("phone", ANNA, Optional.empty());
        String secret = minted.secret();
        String flipped = secret.substring(0, 46) + (secret.charAt(46) == 'A' ? 'E' : 'A');

        assertThat(check.identify("Bearer " + flipped)).isInstanceOf(Identity.Unproven.class);
        assertThat(check.identify("Bearer " + secret + "x")).isInstanceOf(Identity.Unproven.class);
        assertThat(check.identify("Basic " + secret)).isInstanceOf(Identity.Unproven.class);
        assertThat(check.identify("Bearer ")).isInstanceOf(Identity.Unproven.class);
        assertThat(check.identify(secret)).isInstanceOf(Identity.Unproven.class);
        assertThat(check.identify("")).isEqualTo(new Identity.Nobody());
    }

    @Test
    void anExpiredTokenOpensNothingToTheSecond() {
        String proof = "Bearer "
                + mint.mint("day", ANNA, Optional.of(Duration.ofDays(1))).secret();

        now = now.plus(Duration.ofDays(1)).minusMillis(1);
        assertThat(check.identify(proof)).isInstanceOf(Identity.Known.class);
        now = now.plusMillis(1);
        assertThat(check.identify(proof)).isInstanceOf(Identity.Unproven.class);
    }

    @Test
    void aRevokedTokenOpensNothingAfterFiveSeconds() {
        TokenMint.Minted minted = mint.mint("phone", ANNA, Optional.empty());
        String proof = "Bearer " + minted.secret();
        check.identify(proof);

        tokens.revoke(minted.token().id(), now);
        now = now.plusMillis(IdentityCheck.TOKEN_KNOWN_MILLIS);
        assertThat(check.identify(proof)).isInstanceOf(Identity.Unproven.class);
    }

    @Test
    void theTableIsAskedOnceForManyRequests() {
        String proof = "Bearer " + mint.mint("phone", ANNA, Optional.empty()).secret();
        for (int i = 0; i < 1000; i++) {
            check.identify(proof);
        }

        assertThat(tokens.asked()).isEqualTo(1);
    }

    @Test
    void withoutLoginEverybodyIsWhoIsNamed() {
        Principal demo = new Principal("demo", Role.ADMIN);
        IdentityCheck open = new IdentityCheck(
                tokens, new CarLinks(LinkStore.NOWHERE, clock), Optional.empty(), Optional.of(demo), clock);

        assertThat(open.identify("")).isEqualTo(new Identity.Known(demo));
        assertThat(open.identify("Bearer x")).isInstanceOf(Identity.Unproven.class);
    }

    @Test
    void aPrincipalHasAVisibleNameWithoutBlanks() {
        for (String name : new String[] {"", "a b", "a\nb", "a\u0000", "\u200b", "x".repeat(129), "\ud800"}) {
            assertThat(Principal.isName(name)).as(name).isFalse();
            assertThatThrownBy(() -> new Principal(name, Role.SALES)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(Principal.isName("auth0|4711:ü")).isTrue();
    }

    @Test
    void whoseAnOrderIsIsReadFromWhoBroughtIt() {
        Principal shop = new Principal("shop", Role.SALES);

        assertThat(Ownership.owner(Ownership.actor(ANNA))).contains("anna");
        assertThat(Ownership.owner(Ownership.actor(shop))).isEmpty();
        assertThat(Ownership.owner(Ownership.actorFor(shop, "anna"))).contains("anna");
        assertThat(Ownership.owner(Ownership.actorFor(new Principal("customer:anna", Role.SALES), "bert")))
                .contains("bert");
        assertThat(Ownership.owner(Ownership.actor(new Principal("customer:anna", Role.SALES))))
                .isEmpty();
        assertThat(Ownership.owner("import")).isEmpty();
    }
}
