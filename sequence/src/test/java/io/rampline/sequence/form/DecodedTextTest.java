package io.rampline.sequence.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DecodedTextTest {
    @Test
    void utf8IsReadAsSuchAndItsMarkIsNoPartOfTheText() {
        assertThat(DecodedText.of("Jürgen".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new DecodedText("Jürgen", StandardCharsets.UTF_8));
        assertThat(DecodedText.of("\uFEFFcar".getBytes(StandardCharsets.UTF_8)).text())
                .isEqualTo("car");
    }

    @Test
    void otherBytesAreLatin1AndComeOutAsTheyWere() {
        byte[] bytes = "Jürgen".getBytes(StandardCharsets.ISO_8859_1);

        DecodedText decoded = DecodedText.of(bytes);

        assertThat(decoded.text()).isEqualTo("Jürgen");
        assertThat(decoded.text().getBytes(decoded.charset())).isEqualTo(bytes);
    }
}
