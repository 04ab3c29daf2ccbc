package io.rampline.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rampline.desk.access.Role;
import io.rampline.desk.http.OpenDesk.Told;
import io.rampline.desk.timetable.Decided;
import io.rampline.desk.timetable.PlanToAdopt;
import io.rampline.factory.Decisions;
import io.rampline.factory.Scenario;
import io.rampline.orderbook.Outcome;
import io.rampline.orderbook.Request;
import io.rampline.promise.Answer;
import io.rampline.promise.Command.AdoptPlan;
import io.rampline.promise.Entry;
import io.rampline.promise.PromiseEngine;
import io.rampline.promise.TimeOfBook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One proposes a contract for batteries, and another approves it. */
class ProposalRoutesTest extends TwoPlanners {
    @Test
    void whatOneProposesAnotherApprovesAndBothStandInTheRecord() {
        int before = desk.book.entries().size();
        Told proposed = proposed();
        assertThat(desk.book.entries()).hasSize(before);
        assertThat(proposed.header("Location")).isEqualTo("/api/v1/proposals/1");
        assertThat(proposed.body().at("/effect_now/earlier").asInt()).isPositive();

        Told seen = bob.get("/api/v1/proposals/1");
        Told approved =
                bob.post("/api/v1/proposals/1/approve", agreeing(seen.body().path("effect_now")));

        assertThat(approved.status()).as(approved.text()).isEqualTo(200);
        assertThat(approved.body().path("earlier")).isEqualTo(proposed.body().at("/effect_now/earlier"));
        JsonNode told = approved.body().path("proposal");
        assertThat(told.path("state").asText()).isEqualTo("adopted");
        assertThat(told.path("proposed_by").asText()).isEqualTo("planner:ann");
        assertThat(told.at("/decisions/0/by").asText()).isEqualTo("planner:bob");
        assertThat(desk.book.entries().stream()
                        .filter(entry -> entry.entry() instanceof Entry.PlanAdopted)
                        .map(entry -> entry.actor() + " " + entry.reason()))
                .containsExactly("planner:bob as talked about");
        assertThat(desk.book.notices().all())
                .extracting(notice -> notice.kind() + " " + notice.actor())
                .containsExactly("plan-proposed planner:ann", "plan-decided planner:bob", "plan-decided planner:bob");
    }

    @Test
    void whoeverProposedItDoesNotApproveItInWhateverRole() {
        String agreeing = agreeing(proposed().body().path("effect_now"));
        int before = desk.book.entries().size();

        for (OpenDesk.Asking same : List.of(ann, desk.as(Role.ADMIN, "ann"))) {
            Told refused = same.post("/api/v1/proposals/1/approve", agreeing);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.body().path("code").asText()).isEqualTo("SECOND_PERSON");
        }
        assertThat(desk.as(Role.FINANCE, "fay")
                        .post("/api/v1/proposals/1/approve", agreeing)
                        .status())
                .isEqualTo(403);
        assertThat(desk.book.entries()).hasSize(before);
        assertThat(ann.get("/api/v1/proposals").body().at("/proposals/0/own").asBoolean())
                .isTrue();
    }

    @Test
    void nobodyAdoptsAloneWhereTwoMustAgree() {
        Told refused = ann.post("/api/v1/plans", BATTERIES.replace("}", ",\"dry_run\":false}"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("code").asText()).isEqualTo("NEEDS_APPROVAL");
        assertThat(ann.post("/api/v1/plans", BATTERIES).status()).isEqualTo(200);
        assertThat(ann.get("/api/v1/adoption").body().path("plan").isNull()).isTrue();
    }

    @Test
    void whatTheBookHasBecomeIsShownBeforeItIsApproved() {
        String agreeing = agreeing(proposed().body().path("effect_now"));
        desk.as(Role.PLANT)
                .put("/api/v1/resources/part/BATTERY-L/weeks/2026-W18", "{\"units\":0,\"reason\":\"supplier\"}");
        int before = desk.book.entries().size();

        Told changed = bob.post("/api/v1/proposals/1/approve", agreeing);

        assertThat(changed.status()).as(changed.text()).isEqualTo(422);
        assertThat(changed.body().path("code").asText()).isEqualTo("PLAN_CHANGED");
        assertThat(desk.book.entries()).hasSize(before);
        assertThat(bob.get("/api/v1/proposals/1").body().path("state").asText()).isEqualTo("open");
        Told again = bob.post("/api/v1/proposals/1/approve", agreeing(changed.body()));
        assertThat(again.status()).as(again.text()).isEqualTo(200);
    }

    @Test
    void whyTheBookWouldRefuseAProposalNowHasACode() {
        String agreeing = agreeing(proposed().body().path("effect_now"));
        proposed();
        Told adopted = bob.post("/api/v1/proposals/1/approve", agreeing);
        assertThat(adopted.status()).as(adopted.text()).isEqualTo(200);

        Told second = bob.get("/api/v1/proposals/2");

        assertThat(second.body().path("refusal_now").asText()).contains("all that the plan gives already");
        assertThat(second.body().at("/refusal_now_problem/type").asText()).endsWith(":refused");
        assertThat(second.body().at("/refusal_now_problem/code").asText()).isEqualTo("NOTHING_TO_ADOPT");
    }

    @Test
    void ofTwoApprovalsAtOnceOneAdopts() throws Exception {
        String agreeing = agreeing(proposed().body().path("effect_now"));
        List<OpenDesk.Asking> hands = List.of(bob, desk.as(Role.ADMIN, "cleo"), desk.as(Role.PLANNER, "dan"), bob);
        List<Told> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(hands.size())) {
            List<Future<Told>> asked = new ArrayList<>();
            for (OpenDesk.Asking hand : hands) {
                asked.add(threads.submit(() -> hand.post("/api/v1/proposals/1/approve", agreeing)));
            }
            for (Future<Told> one : asked) {
                answers.add(one.get());
            }
        }

        assertThat(answers).filteredOn(told -> told.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(told -> told.status() != 200)
                .allMatch(told -> told.body().path("code").asText().equals("PROPOSAL_DECIDED")
                        // More at once than the desk takes.
                        || told.status() == 503);
        assertThat(desk.book.entries().stream().filter(entry -> entry.entry() instanceof Entry.PlanAdopted))
                .hasSize(1);
    }

    @Test
    void aPlanIsDeclinedByOthersAndWithdrawnByWhoProposedIt() {
        proposed();
        proposed();

        assertThat(bob.post("/api/v1/proposals/1/decline", "{\"reason\":\"too dear\"}")
                        .body()
                        .path("state")
                        .asText())
                .isEqualTo("declined");
        assertThat(ann.post("/api/v1/proposals/2/decline", null)
                        .body()
                        .path("state")
                        .asText())
                .isEqualTo("withdrawn");
        assertThat(bob.post("/api/v1/proposals/2/decline", null)
                        .body()
                        .path("code")
                        .asText())
                .isEqualTo("PROPOSAL_DECIDED");
        assertThat(bob.get("/api/v1/proposals")
                        .body()
                        .at("/proposals/1/decisions/0/reason")
                        .asText())
                .isEqualTo("too dear");
    }

    private void approvedWithoutAnswer() {
        approvedWithoutAnswer(0);
    }

    private void approvedWithoutAnswer(long position) {
        desk.book
                .notices()
                .post(
                        "planner:bob",
                        "",
                        List.of(new io.rampline.orderbook.record.Notice.Draft(
                                io.rampline.orderbook.record.NoticeKind.PLAN_DECIDED,
                                "1",
                                "{\"decision\":\"approved\",\"position\":" + position + "}")));
    }

    @Test
    void anAdoptionThatWasNotNotedIsFoundInTheBook() {
        proposed();
        approvedWithoutAnswer();
        try (OpenDesk alone = OpenDesk.over(desk, settings -> settings.withAdoption(AdoptionRule.ALONE))) {
            assertThat(alone.as(Role.PLANNER, "bob")
                            .get("/api/v1/proposals")
                            .body()
                            .at("/proposals/0/state")
                            .asText())
                    .isEqualTo("approved");
            alone.as(Role.PLANNER, "bob").post("/api/v1/plans", BATTERIES.replace("}", ",\"dry_run\":false}"));

            assertThat(state(alone, 1)).isEqualTo("adopted");
        }
    }

    private static String state(OpenDesk desk, int proposal) {
        return desk.as(Role.PLANNER, "bob")
                .get("/api/v1/proposals/" + proposal)
                .body()
                .path("state")
                .asText();
    }

    /** As the command line does it where nobody sees the desk: the book alone knows. */
    private void adoptedUnseen(String name, String step, String week) {
        Scenario scenario = desk.book.network().scenario();
        Decisions decisions = new Decisions(List.of(Decided.begun(scenario, step + "=" + week)), List.of());
        int next = scenario.horizon().bucket(TimeOfBook.week(desk.book.now())) + 1;
        AdoptPlan command = desk.book
                .view(Duration.ZERO)
                .ask((PromiseEngine engine) -> new PlanToAdopt(decisions, name, true).command(engine, next));
        assertThat(desk.book
                        .submit(new Request("adopt", Optional.empty(), Optional.of("plan adopted"), command))
                        .join())
                .isInstanceOfSatisfying(
                        Outcome.Answered.class,
                        answered -> assertThat(answered.answer()).isInstanceOf(Answer.PlanAdopted.class));
    }

    @Test
    void anAdoptionThatWasNotNotedIsFoundWhenAnotherPlanHasReplacedItSince() {
        proposed();
        adoptedUnseen("more batteries before", "battery contract", "2026-W11");
        adoptedUnseen("nobody's", "N1 second day", "2026-W12");
        approvedWithoutAnswer(desk.book.state().position());
        try (OpenDesk later = OpenDesk.over(desk, settings -> settings)) {
            assertThat(state(later, 1)).isEqualTo("approved");

            adoptedUnseen("more batteries", "battery contract", "2026-W11");
            long adoption = desk.book
                    .view(Duration.ZERO)
                    .ask(PromiseEngine::planInForce)
                    .orElseThrow()
                    .position();
            adoptedUnseen("nobody's", "N1 second day", "2026-W12");

            OpenDesk.Asking hand = later.as(Role.PLANNER, "bob");
            JsonNode told = hand.get("/api/v1/proposals").body().at("/proposals/0");
            assertThat(told.path("state").asText()).isEqualTo("adopted");
            assertThat(told.at("/decisions/1/position").asLong()).isEqualTo(adoption);
            assertThat(hand.get("/api/v1/adoption").body().at("/plan/name").asText())
                    .isEqualTo("nobody's");
        }
    }

    @Test
    void anAdoptionThatWasNotNotedIsNotedBeforeItIsUndone() {
        proposed();
        approvedWithoutAnswer();
        try (OpenDesk alone = OpenDesk.over(desk, settings -> settings.withAdoption(AdoptionRule.ALONE))) {
            OpenDesk.Asking hand = alone.as(Role.PLANNER, "bob");
            hand.post("/api/v1/plans", BATTERIES.replace("}", ",\"dry_run\":false}"));
            long position =
                    hand.get("/api/v1/adoption").body().at("/plan/position").asLong();
            hand.post("/api/v1/adoption/undo", "{\"position\":" + position + ",\"dry_run\":false}");

            JsonNode told = hand.get("/api/v1/proposals/1").body();
            assertThat(told.path("state").asText()).isEqualTo("undone");
            assertThat(told.path("decisions")).hasSize(3);
        }
    }

    @Test
    void whatOneAdoptsAloneIsNotedSoThatAnUndoingLeadsBackToItsSteps() {
        try (OpenDesk alone = OpenDesk.over(desk, settings -> settings.withAdoption(AdoptionRule.ALONE))) {
            OpenDesk.Asking hand = alone.as(Role.PLANNER, "cleo");
            Told brought = hand.post("/api/v1/plans", BATTERIES.replace("}", ",\"dry_run\":false}"));
            assertThat(brought.status()).as(brought.text()).isEqualTo(200);
        }
        JsonNode first = ann.get("/api/v1/adoption").body().path("plan");
        JsonNode noted = ann.get("/api/v1/proposals/1").body();
        Told second = ann.post("/api/v1/proposals", "{\"starts\":[\"N1 second day=2026-W12\"],\"may_delay\":true}");
        Told approved =
                bob.post("/api/v1/proposals/2/approve", agreeing(second.body().path("effect_now")));
        assertThat(approved.status()).as(approved.text()).isEqualTo(200);
        long position = ann.get("/api/v1/adoption").body().at("/plan/position").asLong();
        Told undone = ann.post("/api/v1/adoption/undo", "{\"position\":" + position + ",\"dry_run\":false}");
        assertThat(undone.status()).as(undone.text()).isEqualTo(200);

        assertThat(first.path("starts")).extracting(JsonNode::asText).containsExactly("battery contract=2026-W11");
        assertThat(noted.path("state").asText()).isEqualTo("adopted");
        assertThat(noted.path("proposed_by").asText()).isEqualTo("planner:cleo");
        assertThat(ann.get("/api/v1/adoption").body().at("/plan/starts")).isEqualTo(first.path("starts"));
    }

    @Test
    void whatOneAdoptsAloneIsWithdrawnWhenTheBookDoesNotTakeItAndLookedUpWhenNobodyKnows() {
        try (OpenDesk alone = OpenDesk.over(desk, settings -> settings.withAdoption(AdoptionRule.ALONE))) {
            OpenDesk.Asking hand = alone.as(Role.PLANNER, "cleo");
            String go = BATTERIES.replace("}", ",\"dry_run\":false}");
            desk.book.instead = new Outcome.Busy(9);
            assertThat(hand.post("/api/v1/plans", go).status()).isEqualTo(503);
            desk.book.instead = new Outcome.Unknown("the connection broke");
            assertThat(hand.post("/api/v1/plans", go).status()).isEqualTo(503);
            desk.book.instead = null;

            assertThat(state(alone, 1)).isEqualTo("withdrawn");
            assertThat(state(alone, 2)).isEqualTo("approved");
        }
    }

    @Test
    void aWordThatWasNeverShownIsNotUnderstood() {
        proposed();

        Told mistaken = bob.post("/api/v1/proposals/1/approve", "{\"seen\":\"yes\"}");

        assertThat(mistaken.status()).isEqualTo(400);
        assertThat(mistaken.body().path("field").asText()).isEqualTo("seen");
        assertThat(bob.post("/api/v1/proposals/9/approve", "{\"seen\":\"0123456789abcdef-1-0-0\"}")
                        .status())
                .isEqualTo(404);
    }
}
