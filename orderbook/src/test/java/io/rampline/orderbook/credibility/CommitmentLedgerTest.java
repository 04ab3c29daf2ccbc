package io.rampline.orderbook.credibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rampline.orderbook.credibility.Commitment.Actual;
import io.rampline.orderbook.credibility.Commitment.Target;
import io.rampline.orderbook.credibility.CommitmentLedger.Additions;
import io.rampline.orderbook.record.Notice;
import io.rampline.orderbook.record.NoticeKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommitmentLedgerTest {
    private static final LocalDate END_OF_2018 = LocalDate.of(2018, 12, 31);

    private final List<Notice> ledger = new ArrayList<>();

    @Test
    void whatWasSaidComesBackWithWhatIsKnownOfIt() {
        List<Commitment> said = List.of(
                said("5000", Optional.of(Actual.parse(">5031", LocalDate.of(2018, 7, 1)))),
                commitment("Maker", "cars \"2018\"", "50000-55000.5", Optional.empty()));

        note(CommitmentLedger.additions(said, ledger));

        assertThat(CommitmentLedger.of(ledger, END_OF_2018)).isEqualTo(said);
        assertThat(CommitmentLedger.additions(said, ledger).notices()).isEmpty();
    }

    @Test
    void aLaterFigureIsOneMoreNoticeAndTheFirstVersionStays() {
        note(CommitmentLedger.additions(List.of(said("5000", Optional.empty())), ledger));
        Actual early = Actual.parse("about 2000", LocalDate.of(2018, 3, 31));
        Actual late = Actual.parse("5031", LocalDate.of(2018, 7, 1));

        note(CommitmentLedger.additions(List.of(said("5000", Optional.of(early))), ledger));
        note(CommitmentLedger.additions(List.of(said("5000", Optional.of(late))), ledger));

        assertThat(ledger)
                .extracting(Notice::kind)
                .containsExactly("commitment", "commitment-outcome", "commitment-outcome");
        assertThat(CommitmentLedger.of(ledger, END_OF_2018).getFirst().actual()).contains(late);
        assertThat(CommitmentLedger.of(ledger, LocalDate.of(2018, 4, 1))
                        .getFirst()
                        .actual())
                .contains(early);
        assertThat(CommitmentLedger.of(ledger, LocalDate.of(2018, 3, 1))
                        .getFirst()
                        .actual())
                .isEmpty();
    }

    @Test
    void whatWasSaidFirstIsNotToldAnew() {
        note(CommitmentLedger.additions(List.of(said("5000", Optional.empty())), ledger));

        Additions additions = CommitmentLedger.additions(
                List.of(said("4000", Optional.of(Actual.parse("4100", LocalDate.of(2018, 6, 30))))), ledger);

        assertThat(additions.notices()).isEmpty();
        assertThat(additions.refused())
                .singleElement()
                .asString()
                .contains("found target 4000, expected 5000, which was noted first and stays");
    }

    @Test
    void twoTargetsSaidInOneBreathAreTwoCommitmentsInAnyOrder() {
        Commitment firm = said("100000", Optional.empty());
        Commitment challenge = said("120000", Optional.of(Actual.parse(">135000", LocalDate.of(2018, 6, 30))));

        note(CommitmentLedger.additions(List.of(challenge, firm), ledger));

        assertThat(CommitmentLedger.of(ledger, END_OF_2018)).containsExactly(challenge, firm);
        Additions again = CommitmentLedger.additions(List.of(firm, challenge), ledger);
        assertThat(again.notices()).isEmpty();
        assertThat(again.refused()).isEmpty();
        Additions lower = CommitmentLedger.additions(List.of(said("90000", Optional.empty())), ledger);
        assertThat(lower.refused()).singleElement().asString().contains("found target 90000, expected 100000");
    }

    @Test
    void aNoticeThatIsNotUnderstoodIsNamed() {
        ledger.add(new Notice(
                7, NoticeKind.COMMITMENT.label(), Instant.EPOCH, "ann", "", "x", "{\"issuer\":\"Maker\",\"made\":1}"));

        assertThatThrownBy(() -> CommitmentLedger.of(ledger, END_OF_2018))
                .hasMessage("found notice 7 without a text \"made\", expected one");
    }

    private static Commitment said(String target, Optional<Actual> actual) {
        return commitment("Maker", "cars per week", target, actual);
    }

    private static Commitment commitment(String issuer, String metric, String target, Optional<Actual> actual) {
        return new Commitment(
                issuer,
                LocalDate.of(2017, 11, 1),
                metric,
                Target.parse(target),
                LocalDate.of(2018, 6, 30),
                actual,
                List.of("press-2017"));
    }

    private void note(Additions additions) {
        for (Notice.Draft draft : additions.notices()) {
            ledger.add(new Notice(
                    ledger.size() + 1,
                    draft.kind().label(),
                    Instant.EPOCH,
                    "scenario",
                    "",
                    draft.subject(),
                    draft.body()));
        }
    }
}
