package io.rampline.orderbook.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CredentialsTest {
    @Test
    void aMessageNeverShowsThePassword() {
        assertThat(new Credentials("rampline", "open sesame")).hasToString("rampline with a password");
    }
}
