package io.rampline.promise;

import io.rampline.factory.Need;
import io.rampline.factory.Route;
import java.util.List;

/** A route in the form the inner loops read: one array for each property of a need. */
final class CompiledRoute {
    final String line;
    final int[] resource;
    final int[] quantity;
    /** Places from the line bucket to the week of need, {@link Buckets#LEAD} included. */
    final int[] shift;

    final int[] level;
    /** Turns over where the need is short by more than one. */
    final int[] levelOfOneLess;

    final boolean[] storable;

    CompiledRoute(Route route, Buckets buckets) {
        List<Need> needs = route.needs();
        int count = needs.size();
        line = route.line();
        resource = new int[count];
        quantity = new int[count];
        shift = new int[count];
        level = new int[count];
        levelOfOneLess = new int[count];
        storable = new boolean[count];
        for (int i = 0; i < count; i++) {
            Need need = needs.get(i);
            resource[i] = need.resource();
            quantity[i] = need.quantity();
            shift[i] = Buckets.LEAD + need.offsetWeeks();
            level[i] = buckets.level(need.resource(), need.quantity());
            levelOfOneLess[i] = buckets.level(need.resource(), need.quantity() - 1);
            storable[i] = buckets.storable(need.resource());
        }
    }

    void take(Buckets buckets, int bucket) {
        for (int i = 0; i < resource.length; i++) {
            if (storable[i]) {
                buckets.takePart(resource[i], bucket + shift[i], quantity[i]);
            } else {
                buckets.takePerishable(resource[i], bucket + shift[i], quantity[i]);
            }
        }
    }

    /** Whether every need has room in a bucket. */
    boolean fits(Buckets buckets, int bucket) {
        for (int i = 0; i < resource.length; i++) {
            if (!hasRoom(buckets, i, bucket)) {
                return false;
            }
        }
        return true;
    }

    boolean hasRoom(Buckets buckets, int need, int bucket) {
        int place = bucket + shift[need];
        return storable[need] ? place >= buckets.from(level[need]) : (buckets.word(level[need], place) & 1) != 0;
    }

    /** Position of a resource among the needs, -1 when it is not needed. */
    int needOf(int aResource) {
        for (int i = 0; i < resource.length; i++) {
            if (resource[i] == aResource) {
                return i;
            }
        }
        return -1;
    }
}
