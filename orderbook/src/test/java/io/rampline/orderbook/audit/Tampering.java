package io.rampline.orderbook.audit;

import io.rampline.orderbook.audit.StoredBook.StoredBucket;
import io.rampline.orderbook.audit.StoredBook.StoredHead;
import io.rampline.orderbook.audit.StoredBook.StoredResource;
import io.rampline.orderbook.record.Hash;
import io.rampline.orderbook.record.HashChain;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Ways to falsify a book, each at a random place. */
enum Tampering {
    FLIP_A_BIT {
        @Override
        void of(BookInMemory book, SplittableRandom random) {
            int at = random.nextInt(book.entries.size());
            book.entries.set(at, flipped(book.entries.get(at), random.nextInt(8), random));
        }
    },
    TAKE_OUT {
        @Override
        void of(BookInMemory book, SplittableRandom random) {
            int from = random.nextInt(book.entries.size());
            int to = Math.min(book.entries.size(), from + 1 + random.nextInt(3));
            book.entries.subList(from, to).clear();
        }
    },
    TAKE_OUT_AND_CLOSE_UP {
        @Override
        void of(BookInMemory book, SplittableRandom random) {
            book.entries.remove(random.nextInt(book.entries.size()));
            renumber(book);
            StoredHead head = book.heads.getFirst();
            book.heads.set(0, new StoredHead(head.position() - 1, head.hash()));
        }
    },
    SWAP {
        @Override
        void of(BookInMemory book, SplittableRandom random) {
            int a = random.nextInt(book.entries.size() - 1);
            int b = a + 1 + random.nextInt(book.entries.size() - 1 - a);
            StoredEntry first = book.entries.get(a);
            book.entries.set(a, book.entries.get(b));
            book.entries.set(b, first);
            if (random.nextBoolean()) {
                renumber(book);
            }
        }
    },
    PUT_IN {
        @Override
        void of(BookInMemory book, SplittableRandom random) {
            int last = book.entries.size() - 1;
            int from = random.nextInt(book.entries.size());
            int to = random.nextInt(book.entries.size());
            // The last one again, after itself, may be a book that went on: time passed twice.
            book.entries.add(from == last && to == last ? 0 : to, book.entries.get(from));
            renumber(book);
            if (random.nextBoolean()) {
                book.heads.set(
                        0,
                        new StoredHead(
                                book.entries.size(), book.entries.getLast().hash()));
            }
        }
    },
    CUT_OFF_THE_END {
        @Override
        void of(BookInMemory book, SplittableRandom random) {
            int left = random.nextInt(book.entries.size());
            book.entries.subList(left, book.entries.size()).clear();
        }
    },
    CHANGE_A_COUNTER {
        @Override
        void of(BookInMemory book, SplittableRandom random) {
            int at = random.nextInt(book.buckets.size());
            StoredBucket b = book.buckets.get(at);
            int units = 1 + random.nextInt(3);
            int kind = random.nextInt(6);
            if (kind == 5) {
                book.buckets.remove(at);
                return;
            }
            book.buckets.set(
                    at,
                    new StoredBucket(
                            b.resource(),
                            kind == 0 ? b.week() + 1_000 : b.week(),
                            (kind == 1) ^ b.storable(),
                            b.capacity() + (kind == 2 ? units : 0),
                            b.promised() + (kind == 3 ? units : 0),
                            b.shortage() + (kind == 4 ? units : 0)));
        }
    },
    CHANGE_A_RESOURCE {
        @Override
        void of(BookInMemory book, SplittableRandom random) {
            int at = random.nextInt(book.resources.size());
            StoredResource r = book.resources.get(at);
            int kind = random.nextInt(5);
            if (kind == 4) {
                book.resources.remove(at);
                return;
            }
            book.resources.set(
                    at,
                    new StoredResource(
                            r.number(),
                            kind == 0 ? r.label() + "x" : r.label(),
                            (kind == 1) ^ r.storable(),
                            r.openingStock() + (kind == 2 ? 1 : 0),
                            r.shortage() + (kind == 3 ? 1 : 0)));
        }
    },
    CHANGE_THE_HEAD {
        @Override
        void of(BookInMemory book, SplittableRandom random) {
            StoredHead head = book.heads.getFirst();
            switch (random.nextInt(3)) {
                case 0 -> book.heads.set(0, new StoredHead(head.position() + 1, head.hash()));
                case 1 -> book.heads.set(0, new StoredHead(head.position(), flipped(head.hash(), random)));
                default -> book.heads.clear();
            }
        }
    },
    CHANGE_THE_SNAPSHOT {
        @Override
        void of(BookInMemory book, SplittableRandom random) {
            book.snapshot = book.snapshot.map(
                    before -> new StoredBook.StoredSnapshot(before.position(), flipped(before.hash(), random)));
        }
    },
    CHANGE_A_NOTICE {
        @Override
        void of(BookInMemory book, SplittableRandom random) {
            int at = random.nextInt(book.notices.size());
            StoredBook.StoredNotice n = book.notices.get(at);
            int field = random.nextInt(10);
            switch (field) {
                case 8 -> book.notices.remove(at);
                case 9 -> book.noticeHead = new StoredHead(at, n.hash());
                default ->
                    book.notices.set(
                            at,
                            new StoredBook.StoredNotice(
                                    field == 0 ? n.position() ^ (1L << random.nextInt(40)) : n.position(),
                                    field == 1 ? flipped(n.kind(), random) : n.kind(),
                                    field == 2 ? n.recordedAtMicros() ^ 1 : n.recordedAtMicros(),
                                    field == 3 ? flipped(n.actor(), random) : n.actor(),
                                    field == 4 ? flipped(n.reason(), random) : n.reason(),
                                    field == 5 ? flipped(n.subject(), random) : n.subject(),
                                    field == 6 ? flipped(n.body(), random) : n.body(),
                                    field == 7 ? flipped(n.hash(), random) : n.hash()));
            }
        }
    },
    CHANGE_THE_SCENARIO {
        @Override
        void of(BookInMemory book, SplittableRandom random) {
            StoredBook.StoredFile file = book.files.removeFirst();
            if (random.nextBoolean()) {
                book.files.add(new StoredBook.StoredFile(file.path(), file.bytes(), flipped(file.hash(), random)));
            }
        }
    },
    /** Known only to whoever kept an anchor. */
    CUT_OFF_THE_END_AND_SET_THE_HEAD_BACK {
        @Override
        void of(BookInMemory book, SplittableRandom random) {
            CUT_OFF_THE_END.of(book, random);
            int last = book.entries.size();
            book.heads.set(
                    0,
                    new StoredHead(
                            last,
                            last == 0 ? Hash.START : book.entries.getLast().hash()));
        }
    },
    /** Known only to whoever kept an anchor. */
    CHANGE_AND_WRITE_ALL_HASHES_ANEW {
        @Override
        void of(BookInMemory book, SplittableRandom random) {
            switch (random.nextInt(3)) {
                case 0 -> {
                    // Everything but its hash, which is written anew anyway.
                    int at = random.nextInt(book.entries.size());
                    book.entries.set(at, flipped(book.entries.get(at), random.nextInt(7), random));
                }
                case 1 -> PUT_IN.of(book, random);
                default -> TAKE_OUT_AND_CLOSE_UP.of(book, random);
            }
            HashChain chain = HashChain.start();
            book.entries.replaceAll(entry -> with(
                    entry,
                    entry.position(),
                    chain.next(
                            entry.position(),
                            entry.recordedAtMicros(),
                            entry.kind(),
                            entry.actor(),
                            entry.reason(),
                            entry.orderId() == null ? "" : entry.orderId(),
                            entry.body())));
            book.heads.set(0, new StoredHead(book.entries.size(), chain.last()));
        }
    };

    abstract void of(BookInMemory book, SplittableRandom random);

    /** Whether only an anchor can tell. */
    boolean fitsItself() {
        return this == CUT_OFF_THE_END_AND_SET_THE_HEAD_BACK || this == CHANGE_AND_WRITE_ALL_HASHES_ANEW;
    }

    static void renumber(BookInMemory book) {
        List<StoredEntry> renumbered = new ArrayList<>();
        for (StoredEntry entry : book.entries) {
            renumbered.add(with(entry, renumbered.size() + 1L, entry.hash()));
        }
        book.entries = renumbered;
    }

    static StoredEntry with(StoredEntry e, long position, Hash hash) {
        return new StoredEntry(
                position, e.kind(), e.recordedAtMicros(), e.actor(), e.reason(), e.orderId(), e.body(), hash);
    }

    static StoredEntry flipped(StoredEntry e, int field, SplittableRandom random) {
        return new StoredEntry(
                field == 0 ? e.position() ^ (1L << random.nextInt(40)) : e.position(),
                field == 1 ? flipped(e.kind(), random) : e.kind(),
                field == 2 ? e.recordedAtMicros() ^ (1L << random.nextInt(60)) : e.recordedAtMicros(),
                field == 3 ? flipped(e.actor(), random) : e.actor(),
                field == 4 ? flipped(e.reason(), random) : e.reason(),
                field == 5 ? flipped(e.orderId() == null ? "" : e.orderId(), random) : e.orderId(),
                field == 6 ? flipped(e.body(), random) : e.body(),
                field == 7 ? flipped(e.hash(), random) : e.hash());
    }

    static String flipped(String text, SplittableRandom random) {
        if (text.isEmpty()) {
            return "x";
        }
        int at = random.nextInt(text.length());
        char other = (char) (text.charAt(at) ^ (1 << random.nextInt(5)));
        return text.substring(0, at) + other + text.substring(at + 1);
    }

    static Hash flipped(Hash hash, SplittableRandom random) {
        byte[] bytes = hash.bytes();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return Hash.of(bytes);
    }
}
