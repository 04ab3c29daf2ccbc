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

/** In what is shipped, values reach the database as parameters; a statement's own words are literals and constants. */
class BoundSqlTest {
    private static final String LITERAL = "\"(?:[^\"\\\\\\n]|\\\\.)*\"";

    /** A literal that begins as a statement does, with all that is joined to it as literals, then what comes next. */
    private static final Pattern STATEMENT = Pattern.compile(
            "\"\\s*(?:select|insert|update|delete from|copy|alter|create (?:role|table|database|schema|index)|drop|grant"
                    + "|revoke|truncate)\\b(?:[^\"\\\\\\n]|\\\\.)*\"(?:\\s*\\+\\s*(?:" + LITERAL
                    + "|[A-Z][A-Z0-9_.]*\\b))*\\s*(?:\\+\\s*(?<joined>[\\w.]+)|[.](?<formatted>formatted|concat)\\()",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CONSTANT = Pattern.compile("([A-Z]\\w*[.])?[A-Z][A-Z0-9_]*");

    private static List<String> putTogether(String source) {
        List<String> found = new ArrayList<>();
        Matcher statement = STATEMENT.matcher(source);
        while (statement.find()) {
            String joined = statement.group("joined");
            if (joined == null || !CONSTANT.matcher(joined).matches()) {
                found.add(statement.group().replaceAll("\\s+", " "));
            }
        }
        return found;
    }

    @Test
    void noStatementIsPutTogetherFromValues() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : Checkout.javaFiles("src/main/java")) {
            if (file.startsWith(Checkout.root().resolve("proving-ground"))) {
                continue;
            }
            for (String statement : putTogether(Files.readString(file))) {
                found.add(file.getFileName() + ": " + statement);
            }
        }

        assertThat(found).as("what is no constant belongs into a parameter: ?").isEmpty();
    }

    @Test
    void theRuleCanBeBroken() {
        assertThat(putTogether("ask(\"select * from rampline.entry where order_id = '\" + id + \"'\")"))
                .hasSize(1);
        assertThat(putTogether("ask(\"select a, \" + COLUMNS\n + \" from rampline.entry where id = \" + id)"))
                .hasSize(1);
        assertThat(putTogether("ask(\"delete from rampline.%s\".formatted(table))"))
                .hasSize(1);
        assertThat(putTogether("ask(\"select \" + COLUMNS + \" from rampline.entry where id = ?\", id)"))
                .isEmpty();
    }
}
