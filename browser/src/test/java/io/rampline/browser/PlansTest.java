package io.rampline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Plans on the levers: sought, compared, proposed by one and approved by another, undone. */
@ExtendWith(Visits.class)
class PlansTest {
    private static final Axe AXE = new Axe();

    private static void seek(Page page, String wait, String budget) {
        page.locator("timetable-finder input[name=wait]").fill(wait);
        page.locator("timetable-finder input[name=budget]").fill(budget);
        page.locator("timetable-finder button[type=submit]").click();
    }

    @Test
    void theCheapestTimetableBecomesTheLeversAndStandsBesideTodays(Visit visit) {
        visit.see("#/levers");
        Page page = visit.page();
        seek(page, "1", "");
        page.locator("timetable-finder .standing:has-text('Found')").waitFor();
        page.locator("plan-compare table.compare").waitFor();
        page.locator("#outcome").waitFor();

        assertThat(page.locator("plan-compare thead th").allInnerTexts()).hasSize(2);
        assertThat(page.locator("plan-compare").innerText()).contains("Longest wait", "for 1 week");
        assertThat(page.locator(".lever:has-text('battery contract') input[type=checkbox]")
                        .isChecked())
                .isTrue();
        page.locator("timetable-finder .standing:has-text('Nobody in the book or the forecast orders from')")
                .waitFor();
        page.locator("plan-compare summary").click();
        page.locator("plan-compare week-chart tbody tr").first().waitFor();
        assertThat(AXE.flaws(page)).isEmpty();
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void howSureAFoundTimetableIsIsSaidBesideIt(Visit visit) {
        List<String> asked = new ArrayList<>();
        visit.page().route("**/api/v1/plan-futures", route -> {
            asked.add(route.request().postData());
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody("{\"position\":1,\"levels\":9,\"futures\":500,\"wait_weeks\":1,"
                            + "\"from_week\":\"2026-W11\",\"probability\":0.932}"));
        });
        visit.see("#/levers");
        seek(visit.page(), "1", "");
        visit.page().locator("timetable-finder .sure").waitFor();

        assertThat(visit.page().locator("timetable-finder .sure").innerText())
                .isEqualTo("It holds for everybody who orders from W11 2026 on in 93% of 500 futures.");
        assertThat(asked)
                .singleElement()
                .asString()
                .contains("battery contract=2026-W1", "\"wait_weeks\":1", "from_week");
    }

    @Test
    void aWaitThatNoPlanHoldsIsExplainedInTheLanguageOfThePage(Visit visit) {
        Map<String, String> wait = Map.of(
                "en", "no one in HOME Tour .+ who orders from W\\d+ 2026 on waits longer than 1 week",
                "de", "niemand in HOME Tour .+, der ab KW \\d+ 2026 bestellt, wartet länger als 1 Woche",
                "zh", "HOME Tour .+ 中自 2026年第\\d+周 起下单者的等待不超过 1 周");
        Map<String, String> money = Map.of(
                "en", "no more than €100 is spent in all",
                "de", "im Ganzen wird nicht mehr als 100 € ausgegeben",
                "zh", "总支出不超过 €100");
        for (String language : wait.keySet()) {
            visit.as(1024, language, ColorScheme.LIGHT);
            visit.see("#/levers");
            seek(visit.page(), "1", "100");
            visit.page().locator("timetable-finder .standing li").first().waitFor();

            assertThat(visit.page().locator("timetable-finder .standing li").allInnerTexts())
                    .anyMatch(text -> text.matches(wait.get(language)))
                    .anyMatch(text -> text.replace('\u00a0', ' ').equals(money.get(language)));
        }
    }

    @Test
    void aPlanMadeByHandIsKeptForComparisonAndPutBack(Visit visit) {
        visit.see("#/levers");
        Page page = visit.page();
        Locator lever = page.locator(".lever:has-text('N1 second day')");
        lever.locator("input[type=checkbox]").check();
        page.locator("button:text-is('Keep for comparison')").click();
        page.locator("plan-compare table:has-text('by hand 1')").waitFor();
        String kept = lever.locator(".when").innerText();
        lever.locator("input[type=range]").focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        assertThat(lever.locator(".when").innerText()).isNotEqualTo(kept);
        assertThat(lever.locator("input[type=range]").getAttribute("aria-valuetext"))
                .startsWith("W");
        page.locator("plan-compare button:text-is('Put on the levers')").click();

        assertThat(lever.locator(".when").innerText()).isEqualTo(kept);
    }

    @Test
    void whatOneProposesAnotherApprovesAndItIsUndone(
            @At(ServedScenario.LOGIN) Visit first, @At(ServedScenario.LOGIN) Visit second) {
        first.signIn("ann");
        first.see("#/levers");
        Page page = first.page();
        Locator batteries = page.locator(".lever:has-text('battery contract')");
        batteries.locator("input[type=checkbox]").check();
        page.locator("plan-adoption input[name=plan]").fill("more batteries");
        page.locator("plan-adoption input[name=reason]").fill("as the board wishes");
        page.locator("button:text-is('Check on the book as it is')").click();
        page.locator("button:text-is('Propose for approval')").click();
        page.locator("plan-adoption table:has-text('more batteries')").waitFor();
        page.locator("plan-adoption button:text-is('Look at it')").first().click();
        page.locator("plan-adoption:has-text('somebody else must approve it')").waitFor();
        assertThat(page.locator("button:text-is('Approve and adopt')").count()).isZero();

        second.signIn("bob");
        second.see("#/levers");
        Page other = second.page();
        other.locator("plan-adoption button:text-is('Look at it')").first().click();
        other.locator("plan-adoption li:has-text('battery contract starts in W')")
                .waitFor();
        assertThat(other.locator("plan-adoption").innerText())
                .contains("planner:ann proposes it: “as the board wishes”");
        other.locator("button:text-is('Approve and adopt')").click();
        other.locator("plan-adoption [role=status]:has-text('come earlier')").waitFor();
        other.locator("plan-adoption:has-text('adopted by planner:bob')").waitFor();
        assertThat(AXE.flaws(other)).isEmpty();

        second.see("#/board");
        Locator step = other.locator("section:has(#steps) > .scroll tr:has-text('battery contract')");
        step.waitFor();
        assertThat(other.locator("section:has(#steps)").innerText()).doesNotContain("No step is decided");
        assertThat(step.innerText()).containsPattern("W1\\d 2026");
        second.see("#/levers");
        other.locator("button:text-is('What would undoing do?')").click();
        other.locator("button:text-is('Undo for good')").click();
        other.locator("plan-adoption [role=status]:has-text('Undone')").waitFor();
        other.locator("plan-adoption table:has-text('undone')").waitFor();
        assertThat(other.locator("button:text-is('What would undoing do?')").count())
                .isZero();
        assertThat(first.complaints()).isEmpty();
        assertThat(second.complaints()).isEmpty();
    }

    @Test
    void whoApprovesReadsWhichMarketOpensWhenAndWhy(@At(ServedScenario.ABROAD) Visit visit) {
        visit.see("#/levers");
        String answer = visit.ask("POST", "/api/v1/proposals", """
                        {"starts": ["battery contract=2026-W11"], "openings": ["AB City=2026-W14:1"],
                         "name": "abroad", "reason": "the fair in spring"}""");
        assertThat(answer).startsWith("201");
        visit.see("#/board");
        visit.see("#/levers");
        Page page = visit.page();
        page.locator("plan-adoption tr:has-text('abroad') button:text-is('Look at it')")
                .click();
        page.locator("button:text-is('Approve and adopt')").waitFor();

        assertThat(page.locator("plan-adoption h3:has-text('“abroad”') ~ ul.prose")
                        .innerText())
                .contains("battery contract starts in W11 2026", "AB City opens in W14 2026 with 1 a week");
        assertThat(page.locator("plan-adoption").innerText()).contains("proposes it: “the fair in spring”");
        assertThat(page.locator("section:has(#lever-steps)").innerText()).contains("AB City opens in W14 2026");
        page.locator("button:text-is('Withdraw')").click();
        page.locator("plan-adoption tr:has-text('withdrawn')").first().waitFor();
    }

    /** What an earlier search found may stand there already: this one has begun when the server has answered. */
    private static void begin(Page page, String weeks) {
        page.waitForResponse(
                answer -> answer.url().endsWith("/api/v1/timetables")
                        && answer.request().method().equals("POST"),
                () -> seek(page, weeks, ""));
    }

    @Test
    void aSearchThatEndedMeanwhileIsOfferedWithTheBookItWasMadeOf(Visit visit) {
        visit.see("#/levers");
        Page page = visit.page();
        begin(page, "1");
        visit.see("#/board");
        page.waitForFunction("""
                () => fetch('/api/v1/timetables').then((all) => all.json())
                  .then(({timetables}) => timetables.every((one) => one.state !== 'seeking'))""");
        visit.see("#/levers");
        page.locator("timetable-finder .made-at").waitFor();
        Locator batteries = page.locator(".lever:has-text('battery contract') input[type=checkbox]");

        assertThat(page.locator("timetable-finder .standing").innerText())
                .contains("Found")
                .containsPattern("Sought by \\S+, of the book at entry [\\d,]+\\.");
        assertThat(batteries.isChecked())
                .as("nobody's levers move by themselves")
                .isFalse();
        page.locator("timetable-finder button:text-is('Put on the levers')").click();
        page.locator("plan-compare table.compare").waitFor();
        assertThat(batteries.isChecked()).isTrue();
    }

    @Test
    void aSearchThatWasCancelledStaysAway(Visit visit) {
        visit.see("#/levers");
        Page page = visit.page();
        begin(page, "3");
        page.locator("timetable-finder .standing:has-text('Sought by'):has-text('3 weeks')")
                .waitFor();
        page.route("**/api/v1/timetables/*/progress", Route::abort);
        page.route("**/api/v1/timetables/*", route -> {
            if (route.request().method().equals("GET")) {
                route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("{\"timetable_id\":\""
                                + route.request().url().replaceAll(".*/", "")
                                + "\",\"state\":\"seeking\",\"cancelled\":false}"));
            } else {
                route.resume();
            }
        });
        seek(page, "1", "");
        page.locator("button:text-is('Cancel')").click();
        page.unrouteAll();
        page.locator("timetable-finder .standing:has-text('ancelled')").waitFor();
        visit.see("#/board");
        visit.see("#/levers");
        page.locator("timetable-finder .made-at").waitFor();

        assertThat(page.locator("timetable-finder .standing").innerText()).contains("3 weeks");
    }

    @Test
    void whatNoSearchCanTakeIsSaidAtItsField(Visit visit) {
        visit.see("#/levers");
        seek(visit.page(), "0", "many");
        Locator wait = visit.page().locator("timetable-finder input[name=wait]");

        assertThat(wait.getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(visit.page()
                        .locator("#" + wait.getAttribute("aria-describedby"))
                        .innerText())
                .isEqualTo("Expected a whole number from 1 to 520");
        assertThat(visit.page().locator("#finder-budget-flaw").innerText()).isEqualTo("Expected a whole number");
        assertThat(AXE.flaws(visit.page())).isEmpty();
    }

    /** Whoever leaves a plan for the one before must find its steps on the levers: all trials are counted from them. */
    @Test
    void afterAnUndoingTheStepsOfThePlanBeforeAreOnTheLevers(@At(ServedScenario.LOGIN) Visit visit) {
        visit.signIn("dora");
        visit.page().route("**/api/v1/adoption", route -> {
            String plan = """
                    {"persons":2,"undo_hours":24,"plan":{"plan":"undo:9:x","name":"undo of two days","position":12,
                    "adopted_by":"planner:bob","adopted_at":"2026-03-01T10:00:00Z","reason":"",
                    "starts":["battery contract=2026-W11"],"is_undo":true,
                    "undo_until":"2026-03-02T10:00:00Z","undo_open":false}}""";
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(plan));
        });
        visit.see("#/levers");

        assertThat(visit.page()
                        .locator(".lever:has-text('battery contract') input[type=checkbox]")
                        .isChecked())
                .isTrue();
        assertThat(visit.page()
                        .locator(".lever:has-text('roof fitter') input[type=checkbox]")
                        .isChecked())
                .isFalse();
    }

    /** As a scenario with many steps would have it; the server's answer is stretched, nothing else. */
    @Test
    void hundredsOfStepsStayUsable(Visit visit) {
        visit.page().route("**/api/v1/board", route -> {
            String body = route.fetch().text();
            StringBuilder many = new StringBuilder();
            int from = body.indexOf("\"steps\":[") + 9;
            String step = body.substring(from, body.indexOf('}', from) + 1);
            for (int i = 0; i < 240; i++) {
                many.append(step.replace("N1 second day", "step " + i)).append(',');
            }
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(body.substring(0, from) + many + body.substring(from)));
        });
        visit.see("#/levers");
        visit.page().locator(".levers.many").waitFor();
        visit.page().locator("lever-steps input[type=search]").fill("step 23");
        visit.page()
                .locator("lever-steps [role=status]:has-text('11 of 243 steps')")
                .waitFor();

        assertThat(visit.page().locator(".lever").count()).isEqualTo(11);
        assertThat(AXE.flaws(visit.page())).isEmpty();
    }

    @Test
    void comparedPlansAreSoundInEveryWidthThemeAndLanguage(Visit visit) {
        List<String> flaws = new ArrayList<>();
        int looked = 0;
        List<String> languages = List.of("en", "de", "zh");
        for (int width : List.of(390, 1024, 1920)) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                String language = languages.get(looked++ % languages.size());
                visit.as(width, language, scheme);
                visit.see("#/levers");
                Page page = visit.page();
                page.locator(".lever input[type=checkbox]").first().check();
                page.locator("#outcome").waitFor();
                page.locator(".head button").first().click();
                page.locator("plan-compare table.compare").waitFor();
                page.locator("plan-adoption h2").waitFor();
                page.locator("plan-compare td:text-is('…')")
                        .first()
                        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
                String at = width + " " + scheme + " " + language + ": ";
                AXE.flaws(page).forEach(flaw -> flaws.add(at + flaw));
                if (page.evaluate("document.documentElement.scrollWidth > innerWidth")
                        .equals(true)) {
                    flaws.add(at + "wider than the screen");
                }
                visit.complaints().forEach(complaint -> flaws.add(at + complaint));
            }
        }

        assertThat(flaws).isEmpty();
        assertThat(looked).isEqualTo(6);
    }
}
