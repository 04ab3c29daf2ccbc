package io.rampline.desk.briefing;

import io.rampline.factory.Resource;
import java.util.ArrayList;
import java.util.List;

/** Reads off the engine how full each resource is, and counts whom it keeps back. */
final class LoadCount {
    private LoadCount() {}

    static List<ResourceLoad> loads(PromisedBook book) {
        List<Resource> resources = book.engine().network().resources();
        int weeks = book.horizon().weeks();
        int[][] delayed = delayed(book);
        List<ResourceLoad> loads = new ArrayList<>();
        for (int number = 0; number < resources.size(); number++) {
            int[] capacity = new int[weeks];
            int[] promised = new int[weeks];
            int[] delayedByWeek = new int[weeks];
            for (int bucket = 0; bucket < weeks; bucket++) {
                capacity[bucket] = book.engine().capacity(number, bucket);
                promised[bucket] = book.engine().promised(number, bucket);
            }
            for (int cause = 0; cause < delayed.length; cause++) {
                if (book.causes().get(cause) instanceof Cause.Full full
                        && full.resources().contains(resources.get(number))) {
                    for (int bucket = 0; bucket < weeks; bucket++) {
                        delayedByWeek[bucket] += delayed[cause][bucket];
                    }
                }
            }
            loads.add(new ResourceLoad(
                    resources.get(number), Weekly.of(capacity), Weekly.of(promised), Weekly.of(delayedByWeek)));
        }
        return loads;
    }

    static List<WeekBinding> bindings(PromisedBook book) {
        int[][] delayed = delayed(book);
        List<WeekBinding> bindings = new ArrayList<>();
        for (int bucket = 0; bucket < book.horizon().weeks(); bucket++) {
            int most = -1;
            int built = 0;
            for (int cause = 0; cause < delayed.length; cause++) {
                built += delayed[cause][bucket];
                if (delayed[cause][bucket] > 0 && (most < 0 || isMore(book, delayed, bucket, cause, most))) {
                    most = cause;
                }
            }
            if (most >= 0) {
                bindings.add(new WeekBinding(bucket, book.causes().get(most), delayed[most][bucket], built));
            }
        }
        return bindings;
    }

    private static boolean isMore(PromisedBook book, int[][] delayed, int bucket, int cause, int most) {
        if (delayed[cause][bucket] != delayed[most][bucket]) {
            return delayed[cause][bucket] > delayed[most][bucket];
        }
        return book.causes()
                        .get(cause)
                        .label()
                        .compareTo(book.causes().get(most).label())
                < 0;
    }

    /** Promised orders by cause and build bucket. */
    private static int[][] delayed(PromisedBook book) {
        int[][] delayed = new int[book.causes().size()][book.horizon().weeks()];
        int start = book.horizon().start().number();
        for (int row = 0; row < book.size(); row++) {
            if (book.isPromised(row)) {
                delayed[book.causeNumber(row)][book.buildWeek(row) - start]++;
            }
        }
        return delayed;
    }
}
