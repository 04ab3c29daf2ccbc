package io.rampline.proving.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/security.md and SECURITY.md name a test for each thing they say; each of those tests is there. */
class SecurityPageTest {
    private static final Pattern NAMED =
            Pattern.compile("`(?:[a-z.]+[.])?(?<type>[A-Z]\\w*Test)(?:[.](?<method>\\w+))?`");

    private static List<String> missing(String page) throws IOException {
        List<String> missing = new ArrayList<>();
        Matcher named = NAMED.matcher(page);
        while (named.find()) {
            String method = named.group("method");
            if (!exists(named.group("type"), method)) {
                missing.add(named.group());
            }
        }
        return missing;
    }

    private static boolean exists(String type, String method) throws IOException {
        for (Path file : Checkout.javaFiles("src/test/java")) {
            if (file.endsWith(type + ".java")
                    && (method == null || Files.readString(file).contains("void " + method + "("))) {
                return true;
            }
        }
        return false;
    }

    @Test
    void everyTestThatTheSecurityPagesNameIsThere() throws IOException {
        String pages = Files.readString(Checkout.root().resolve("docs/security.md"))
                + Files.readString(Checkout.root().resolve("SECURITY.md"));

        assertThat(NAMED.matcher(pages).results().count()).isGreaterThan(30);
        assertThat(missing(pages)).isEmpty();
    }

    @Test
    void aTestThatIsNotThereIsFound() throws IOException {
        assertThat(missing("| tokens | `SecurityPageTest.thisOneIsNot` | `NobodyWroteThisTest` |"))
                .hasSize(2);
        assertThat(missing("`SecurityPageTest.aTestThatIsNotThereIsFound`")).isEmpty();
    }
}
