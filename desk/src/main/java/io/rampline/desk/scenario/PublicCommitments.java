package io.rampline.desk.scenario;

import io.rampline.intake.Outturn;
import io.rampline.intake.ScenarioContents;
import io.rampline.orderbook.credibility.Commitment;
import java.util.List;

/** What a maker said in public, as its scenario has it. */
public final class PublicCommitments {
    private PublicCommitments() {}

    /** In file order. */
    public static List<Commitment> of(ScenarioContents contents) {
        return contents.outturn().commitments().stream()
                .map(PublicCommitments::commitment)
                .toList();
    }

    private static Commitment commitment(Outturn.Commitment said) {
        return new Commitment(
                said.issuer(),
                Commitment.firstDay(said.made()),
                said.metric(),
                Commitment.Target.parse(said.target()),
                said.due(),
                said.actualDate().map(on -> Commitment.Actual.parse(said.actual(), on)),
                said.source());
    }
}
