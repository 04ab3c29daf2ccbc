package io.rampline.desk.http;

import io.rampline.desk.access.Permission;
import io.rampline.desk.page.Assets;
import io.rampline.desk.page.FirstPage;
import java.util.List;

/** Gives a browser the pages: one document, and the files that it names. What is in them says nothing of the book. */
final class PageDesk {
    private static final String HTML = "text/html";
    private static final String SCRIPT = "text/javascript";
    private static final String STYLE = "text/css";
    private static final String UTF_8 = "; charset=utf-8";

    private final Assets assets;
    private final byte[] first;

    PageDesk(Assets assets) {
        this.assets = assets;
        this.first = FirstPage.of(assets);
    }

    List<Route> routes() {
        return List.of(
                Route.get("/", Permission.ANYBODY, this::first)
                        .costing(Route.Cost.FREE)
                        .producing(HTML),
                Route.get("/assets/scripts/{file}", Permission.ANYBODY, call -> file(call, ".js", SCRIPT))
                        .costing(Route.Cost.FREE)
                        .producing(SCRIPT),
                Route.get("/assets/styles/{file}", Permission.ANYBODY, call -> file(call, ".css", STYLE))
                        .costing(Route.Cost.FREE)
                        .producing(STYLE));
    }

    private Reply first(Call call) {
        return new Reply.Whole(Reply.OK, HTML + UTF_8, first).with(Head.CONTENT_SECURITY_POLICY, Assets.POLICY);
    }

    private Reply file(Call call, String ending, String type) {
        String name = call.parameter(0);
        Assets.Asset asset = assets.find(name)
                .filter(_ -> name.endsWith(ending))
                .orElseThrow(() -> new Problem(
                        ProblemType.NOT_FOUND, "no file of this name; load the page again, it names those there are"));
        boolean packed = acceptsPacked(call.header(Head.ACCEPT_ENCODING));
        Reply.Whole reply = new Reply.Whole(Reply.OK, type + UTF_8, packed ? asset.packed() : asset.plain())
                .with(Head.CACHE_CONTROL, Assets.KEPT)
                .with(Head.VARY, Head.ACCEPT_ENCODING.toString());
        return packed ? reply.with(Head.CONTENT_ENCODING, "gzip") : reply;
    }

    private static boolean acceptsPacked(String accepted) {
        for (String coding : accepted.split(",", -1)) {
            String stripped = coding.replace(" ", "");
            if (stripped.equals("gzip") || (stripped.startsWith("gzip;q=") && !stripped.matches("gzip;q=0(\\.0*)?"))) {
                return true;
            }
        }
        return false;
    }
}
