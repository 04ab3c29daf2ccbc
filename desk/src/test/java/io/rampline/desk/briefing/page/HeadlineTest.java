package io.rampline.desk.briefing.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.rampline.desk.SmallScenario;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two cars a week; whoever wants the roof waits for one of the one roof a week. */
class HeadlineTest {
    private static final String ROOFS = """
            R1,2025-12-01,Car,Base,ROOF
            R2,2025-12-01,Car,Base,ROOF
            R3,2025-12-01,Car,Base,ROOF
            R4,2025-12-01,Car,Base,ROOF
            R5,2025-12-01,Car,Base,ROOF
            """;

    private static final String PLAIN = """
            P1,2025-12-02,Car,Base,
            P2,2025-12-02,Car,Base,
            P3,2025-12-02,Car,Base,
            P4,2025-12-02,Car,Base,
            """;

    @TempDir
    Path folder;

    private SmallScenario scenario;

    @BeforeEach
    void withARoof() {
        scenario = SmallScenario.in(folder).with("options.csv", "option,units_per_week\nROOF,1\n");
    }

    private Headline.Answer why(Texts texts, String orders) {
        scenario.with("orders.csv", "order_id,locked_at,model,trim,options\n" + orders);
        Headline.Answer why =
                new Headline(scenario.briefing(), new Speech(texts)).answers().get(1);
        // Numbers are kept together with their signs.
        return new Headline.Answer(
                why.question(), why.about(), why.figure(), why.sentence().replaceAll("[\u00A0\u202F]", " "));
    }

    @Test
    void theWaitThatIsToldHasItsOwnReasonFirst() {
        Headline.Answer why = why(Texts.english(), ROOFS + PLAIN);

        // A car without a roof is told week 5 because of the line; four wait for roofs, three for the line.
        assertThat(why.figure()).isEqualTo("Line L");
        assertThat(why.sentence())
                .isEqualTo(
                        "It has no room for Car Base, ordered today, in an earlier week. Among the open orders the most"
                                + " frequent reason is another: option limit ROOF (44 % of them). Next comes line L with 33 %.");
        Headline.Answer german = why(Texts.german(), ROOFS + PLAIN);
        assertThat(german.figure()).isEqualTo("Linie L");
        assertThat(german.sentence())
                .startsWith("Hier ist für Car Base, heute bestellt, in keiner früheren Woche mehr Platz."
                        + " Bei den offenen Aufträgen ist der häufigste Grund ein anderer: ");
    }

    @Test
    void oneReasonForBothIsSaidOfBoth() {
        assertThat(why(Texts.english(), PLAIN).sentence())
                .startsWith("It has no room for Car Base, ordered today, in an earlier week."
                        + " The same keeps 50 % of the open orders from an earlier week.");
    }

    @Test
    void whereTheWaitIsNobodysFaultTheOpenOrdersAreSpokenOf() {
        Headline.Answer why = why(Texts.english(), ROOFS);

        assertThat(why.figure()).isEqualTo("Option limit ROOF");
        assertThat(why.sentence()).startsWith("It has no room left and keeps 80 % of the open orders");
    }

    @Test
    void withoutOrdersNothingIsShort() {
        assertThat(why(Texts.english(), "").figure()).isEqualTo("Nothing is short");
    }
}
