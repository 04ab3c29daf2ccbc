package io.rampline.desk.briefing.page;

import io.rampline.desk.briefing.Briefing;
import io.rampline.desk.briefing.Deposits;
import io.rampline.desk.briefing.MoneyOutlook;
import io.rampline.factory.Currency;
import io.rampline.treasury.statement.Exposure;
import java.util.List;

/** The money in a briefing: deposits by model, what could be claimed and may be taken back, cash by week. */
final class MoneySection {
    private final Html html;
    private final Speech speech;
    private final Briefing briefing;
    private final Currency currency;

    MoneySection(Html html, Speech speech, Briefing briefing) {
        this.html = html;
        this.speech = speech;
        this.briefing = briefing;
        this.currency = briefing.scenario().currency();
    }

    void write() {
        html.open("section", "id", "deposits-section").words("h2", "", speech.say("deposits.title"));
        html.words("p", "lead", speech.say("deposits.lead"));
        briefing.money().ifPresent(this::figures);
        deposits();
        briefing.money().ifPresent(this::cash);
        html.close();
    }

    private void figures(MoneyOutlook money) {
        Exposure.Sums all = money.exposure().all();
        html.open("dl", "class", "figures");
        figure(
                "deposits.claim",
                all.claimMinor(),
                "deposits.claim.remark",
                money.tomorrow().claimMinor());
        figure(
                "deposits.risk",
                money.risk().at95Minor(),
                "deposits.risk.remark",
                money.risk().at99Minor());
        figure(
                "money.contract-liability",
                money.contractLiabilityMinor(),
                "deposits.contract.remark",
                all.prepaidMinor());
        figure("money.refund-liability", money.refundLiabilityMinor(), "deposits.refund.remark", all.coolingOffMinor());
        html.close();
    }

    private void figure(String name, long minor, String remark, long otherMinor) {
        html.open("div").words("dt", "", speech.say(name)).open("dd");
        html.words("b", "", speech.money(minor, currency));
        html.words("span", "", speech.say(remark, speech.money(otherMinor, currency)));
        html.close().close();
    }

    private void deposits() {
        String title = speech.say("deposits.title");
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", title);
        html.open("table", "class", "deposits").words("caption", "hidden", title);
        html.open("thead").open("tr");
        html.open("th", "scope", "col").text(speech.say("deposits.model")).close();
        for (String head : List.of("deposits.orders", "deposits.held", "deposits.refundable")) {
            html.open("th", "scope", "col", "class", "number")
                    .text(speech.say(head))
                    .close();
        }
        html.close().close().open("tbody");
        for (Deposits.OfModel model : briefing.deposits().byModel()) {
            html.open("tr").open("th", "scope", "row").text(model.model()).close();
            html.words("td", "number", speech.number(model.orders()));
            html.words("td", "number", speech.money(model.heldMinor(), currency));
            html.words("td", "number", speech.money(model.refundableMinor(), currency))
                    .close();
        }
        html.close().close().close();
    }

    private void cash(MoneyOutlook money) {
        html.words("h3", "", speech.say("money.paid.title"));
        html.words("p", "lead", speech.say("money.paid.lead"));
        MoneyPictures.paidIn(briefing.scenario(), money.plan(), money.spread(), speech)
                .write(html, speech);
        html.words("h3", "", speech.say("money.own.title"));
        html.words("p", "lead", speech.say("money.own.lead"));
        MoneyPictures.own(briefing.scenario(), money.plan(), money.spread(), speech)
                .write(html, speech);
    }
}
