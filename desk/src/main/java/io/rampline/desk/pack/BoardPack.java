package io.rampline.desk.pack;

import io.rampline.desk.briefing.Briefing;
import io.rampline.desk.money.MoneyReport;
import io.rampline.desk.timetable.TimetableReport;
import io.rampline.orderbook.credibility.Commitments.Judgement;
import java.util.List;
import java.util.Optional;

/**
 * A scenario's whole case. All parts come from one promised book, so what two of them say is the same.
 *
 * @param timetable empty when the scenario has no steps, guarantees nothing, or this machine has no solver
 * @param money empty when the scenario asks customers for no money
 * @param commitments what the maker said in public up to the day, judged by what was known then
 */
public record BoardPack(
        Briefing briefing,
        Optional<TimetableReport> timetable,
        Optional<MoneyReport> money,
        List<Judgement> commitments) {
    public BoardPack {
        commitments = List.copyOf(commitments);
    }
}
