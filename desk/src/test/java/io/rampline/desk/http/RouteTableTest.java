package io.rampline.desk.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rampline.desk.access.Permission;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of routes. */
class RouteTableTest {
    private static Reply nothing(Call call) {
        return Reply.empty(Reply.NO_CONTENT);
    }

    @Test
    void aRouteWithoutAPermissionCannotBe() {
        assertThatThrownBy(() -> Route.get("/x", null, RouteTableTest::nothing))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("permission");
    }

    @Test
    void aRouteAboutAnOrderNamesIt() {
        assertThatThrownBy(() -> Route.get("/x/{id}", Permission.SEE_ORDER, RouteTableTest::nothing)
                        .aboutOrder())
                .hasMessageContaining("order_id");
    }

    @Test
    void eachRouteIsThereOnce() {
        Route one = Route.get("/x/{a}", Permission.SEE_ORDER, RouteTableTest::nothing);
        Route other = Route.get("/x/{b}", Permission.SEE_ORDER, RouteTableTest::nothing);

        assertThatThrownBy(() -> new RouteTable(List.of(one, other))).hasMessageContaining("twice");
    }

    @Test
    void aPathIsComparedBeforeItIsDecoded() {
        RouteTable table = new RouteTable(List.of(
                Route.get("/x/{a}", Permission.SEE_ORDER, RouteTableTest::nothing),
                Route.get("/x/{a}/y", Permission.SEE_ORDER, RouteTableTest::nothing)));

        assertThat(table.find("GET", "/x/a%2Fy"))
                .isInstanceOfSatisfying(
                        RouteTable.Found.Match.class,
                        match -> assertThat(match.parameters()).containsExactly("a/y"));
        assertThat(table.find("GET", "/x/%C3%BC+%20/y"))
                .isInstanceOfSatisfying(
                        RouteTable.Found.Match.class,
                        match -> assertThat(match.parameters()).containsExactly("ü+ "));
        assertThat(table.find("GET", "/x/")).isInstanceOf(RouteTable.Found.Nothing.class);
        assertThat(table.find("GET", "/x/a/y/")).isInstanceOf(RouteTable.Found.Nothing.class);
        assertThat(table.find("GET", "//x/a")).isInstanceOf(RouteTable.Found.Nothing.class);
        assertThat(table.find("GET", "/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o")).isInstanceOf(RouteTable.Found.Nothing.class);
        assertThat(table.find("PUT", "/x/a")).isInstanceOf(RouteTable.Found.OtherMethods.class);
        assertThatThrownBy(() -> table.find("GET", "/x/%f")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> table.find("GET", "/x/%ff")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> table.find("GET", "/x/%-1")).isInstanceOf(Problem.class);
    }
}
