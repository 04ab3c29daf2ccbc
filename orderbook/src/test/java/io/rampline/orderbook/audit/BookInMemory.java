package io.rampline.orderbook.audit;

import io.rampline.factory.Network;
import io.rampline.factory.Resource;
import io.rampline.orderbook.record.EntryText;
import io.rampline.orderbook.record.Hash;
import io.rampline.orderbook.record.HashChain;
import io.rampline.promise.Command;
import io.rampline.promise.Entry;
import io.rampline.promise.PromiseEngine;
import io.rampline.promise.Shortage;
import io.rampline.promise.SmallWorlds;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of a book as lists that a test may do anything to. Its counters are the engine's. */
final class BookInMemory implements StoredBook {
    final Network network;
    List<StoredHead> heads = new ArrayList<>();
    List<StoredEntry> entries = new ArrayList<>();
    List<StoredResource> resources = new ArrayList<>();
    List<StoredBucket> buckets = new ArrayList<>();
    List<StoredRequest> requests = new ArrayList<>();
    Optional<StoredSnapshot> snapshot = Optional.empty();
    List<StoredNotice> notices = new ArrayList<>();
    StoredHead noticeHead = new StoredHead(0, Hash.START);
    List<StoredFile> files = new ArrayList<>();

    private BookInMemory(Network network) {
        this.network = network;
    }

    /** A small world in which a few dozen commands were given. */
    static BookInMemory ofSeed(long seed, int commands) {
        SmallWorlds worlds = new SmallWorlds(seed);
        BookInMemory book = new BookInMemory(Network.ofBook(worlds.scenario()));
        EntryText text = new EntryText(book.network);
        HashChain chain = HashChain.start();
        long[] at = {1_700_000_000_000_000L};
        PromiseEngine engine = new PromiseEngine(
                book.network, entry -> book.write(entry, text, chain, at[0], worlds.random.nextInt(3)));
        int snapshotAfter = worlds.random.nextInt(commands);
        for (int serial = 0; serial < commands; serial++) {
            at[0] += worlds.random.nextInt(1_000_000);
            Command command = worlds.command(engine, serial);
            long before = engine.position();
            engine.apply(command);
            if (worlds.random.nextInt(3) == 0) {
                book.requests.add(new StoredRequest("r" + serial, before + 1, engine.position()));
            }
            if (serial == snapshotAfter) {
                book.snapshot = Optional.of(new StoredSnapshot(
                        engine.position(), Hash.of(engine.image().hash())));
            }
        }
        book.heads.add(new StoredHead(engine.position(), chain.last()));
        book.count(engine);
        book.say();
        return book;
    }

    /** The file it was made of, and something said in public. */
    private void say() {
        Hash file = Hash.over("name = \"small\"");
        files.add(new StoredFile("scenario.toml", 14, file));
        HashChain chain = HashChain.start();
        notice(chain, "scenario-file", "scenario.toml", "{\"bytes\":14,\"sha256\":\"" + file + "\"}");
        notice(chain, "commitment", "Maker: cars", "{\"target\":\"5000\"}");
        notice(chain, "commitment-outcome", "Maker: cars", "{\"actual\":\"5031\"}");
        noticeHead = new StoredHead(notices.size(), chain.last());
    }

    private void notice(HashChain chain, String kind, String subject, String body) {
        long position = notices.size() + 1L;
        Hash hash = chain.next(position, 7, kind, "ann", "", subject, body);
        notices.add(new StoredNotice(position, kind, 7, "ann", "", subject, body, hash));
    }

    private void write(Entry entry, EntryText text, HashChain chain, long at, int who) {
        String actor = List.of("ann", "Zoë \"the\" planner", "\u5c0f\u7c73 7").get(who);
        String reason = who == 0 ? "" : "line down\nagain";
        String orderId = entry.orderId();
        String body = text.body(entry);
        Hash hash = chain.next(entry.position(), at, EntryText.kind(entry), actor, reason, orderId, body);
        entries.add(new StoredEntry(
                entry.position(),
                EntryText.kind(entry),
                at,
                actor,
                reason,
                orderId.isEmpty() ? null : orderId,
                body,
                hash));
    }

    private void count(PromiseEngine engine) {
        List<Shortage> open = engine.openShortages();
        for (int number = 0; number < network.resources().size(); number++) {
            Resource resource = network.resources().get(number);
            boolean storable = resource.kind().storable();
            int margin = storable ? FoldedBuckets.MARGIN : 0;
            resources.add(new StoredResource(
                    number,
                    resource.label(),
                    storable,
                    resource.openingStock(),
                    storable ? units(open, number, -1) : 0));
            for (int week = -margin; week < network.horizon().weeks() + margin; week++) {
                buckets.add(new StoredBucket(
                        number,
                        week,
                        storable,
                        engine.capacity(number, week),
                        engine.promised(number, week),
                        storable ? 0 : (int) units(open, number, week)));
            }
        }
    }

    private static long units(List<Shortage> open, int resource, int week) {
        return open.stream()
                .filter(shortage -> shortage.resource() == resource && (week < 0 || shortage.bucket() == week))
                .mapToLong(Shortage::units)
                .sum();
    }

    BookInMemory copy() {
        BookInMemory copy = new BookInMemory(network);
        copy.heads.addAll(heads);
        copy.entries.addAll(entries);
        copy.resources.addAll(resources);
        copy.buckets.addAll(buckets);
        copy.requests.addAll(requests);
        copy.snapshot = snapshot;
        copy.notices.addAll(notices);
        copy.noticeHead = noticeHead;
        copy.files.addAll(files);
        return copy;
    }

    AuditReport audit(Anchor... anchors) throws SQLException {
        return BookAudit.run(this, network, List.of(anchors), BookAudit.Progress.NONE);
    }

    @Override
    public Optional<StoredHead> head() {
        return heads.size() == 1 ? Optional.of(heads.getFirst()) : Optional.empty();
    }

    @Override
    public void entries(Taker taker) throws SQLException {
        for (StoredEntry entry : entries) {
            taker.take(entry);
        }
    }

    @Override
    public List<StoredResource> resources() {
        return resources;
    }

    @Override
    public List<StoredBucket> buckets() {
        return buckets;
    }

    @Override
    public List<StoredRequest> requests() {
        return requests;
    }

    @Override
    public Optional<StoredSnapshot> snapshot() {
        return snapshot;
    }

    @Override
    public List<StoredNotice> notices() {
        return notices;
    }

    @Override
    public Optional<StoredHead> noticeHead() {
        return Optional.of(noticeHead);
    }

    @Override
    public List<StoredFile> files() {
        return files;
    }
}
