package io.rampline.orderbook.audit;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rampline.orderbook.audit.StoredBook.StoredFile;
import io.rampline.orderbook.audit.StoredBook.StoredHead;
import io.rampline.orderbook.audit.StoredBook.StoredNotice;
import io.rampline.orderbook.record.Hash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Works the chain of notices out again, from its description alone: as that of entries, with the subject in the place
 * of the order. Then holds the scenario files against what was noted when the book was made, and looks that no public
 * commitment was made twice under one name.
 */
final class NoticeCheck {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Findings findings;
    private final List<Anchor> anchors;

    NoticeCheck(Findings findings, List<Anchor> anchors) {
        this.findings = findings;
        this.anchors = new ArrayList<>(anchors);
    }

    /** Looks at all of it; the anchor of the last notice. */
    Optional<Anchor> run(StoredBook book) throws SQLException {
        List<StoredNotice> notices = book.notices();
        chain(notices, book.noticeHead());
        scenario(notices, book.files());
        commitments(notices);
        for (Anchor anchor : anchors) {
            findings.count(Check.ANCHORS);
            findings.add(
                    Check.ANCHORS,
                    "notice " + anchor.position(),
                    "found a book without that notice, or with another one, expected the one of the anchor");
        }
        return notices.isEmpty()
                ? Optional.empty()
                : Optional.of(new Anchor(
                        Anchor.Of.NOTICES,
                        notices.getLast().position(),
                        notices.getLast().hash().toString()));
    }

    private void chain(List<StoredNotice> notices, Optional<StoredHead> head) {
        byte[] before = new byte[32];
        long last = 0;
        for (StoredNotice notice : notices) {
            findings.count(Check.NOTICES);
            if (notice.position() != last + 1) {
                findings.add(
                        Check.NOTICES,
                        notice.place(),
                        "found after notice " + last + ", expected notice " + (last + 1) + " there");
            }
            if (!Arrays.equals(hash(before, notice), notice.hash().bytes())) {
                findings.add(
                        Check.NOTICES,
                        notice.place(),
                        "found another hash than its content has: the notice or the one before it is not what was"
                                + " written");
            }
            if (anchors.removeIf(anchor -> anchor.position() == notice.position()
                    && anchor.hash().equals(notice.hash().toString()))) {
                findings.count(Check.ANCHORS);
            }
            last = notice.position();
            before = notice.hash().bytes();
        }
        // No head at all is told by the check of the entries.
        if (head.isPresent()
                && (head.get().position() != last || !head.get().hash().equals(Hash.of(before)))) {
            findings.add(
                    Check.NOTICES,
                    "head",
                    "found notice " + head.get().position() + " named, expected notice " + last
                            + ", the last one there is, and its hash");
        }
    }

    private static byte[] hash(byte[] before, StoredNotice notice) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(before);
            digest.update(ByteBuffer.allocate(16)
                    .putLong(notice.position())
                    .putLong(notice.recordedAtMicros())
                    .array());
            for (String text :
                    List.of(notice.kind(), notice.actor(), notice.reason(), notice.subject(), notice.body())) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
                digest.update(bytes);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    private void scenario(List<StoredNotice> notices, List<StoredFile> files) {
        Map<String, StoredNotice> noted = new HashMap<>();
        for (StoredNotice notice : notices) {
            if (notice.kind().equals("scenario-file") && noted.putIfAbsent(notice.subject(), notice) != null) {
                findings.add(
                        Check.SCENARIO, notice.place(), "found " + notice.subject() + " noted twice, expected it once");
            }
        }
        for (StoredFile file : files) {
            findings.count(Check.SCENARIO);
            StoredNotice notice = noted.remove(file.path());
            if (notice == null) {
                findings.add(
                        Check.SCENARIO,
                        "scenario " + file.path(),
                        "found a file that the book was not made of, expected none");
            } else if (!text(notice, "sha256").equals(file.hash().toString())
                    || !text(notice, "bytes").equals(Long.toString(file.bytes()))) {
                findings.add(
                        Check.SCENARIO,
                        "scenario " + file.path(),
                        "found " + file.bytes() + " bytes with SHA-256 " + file.hash() + ", expected "
                                + text(notice, "bytes") + " bytes with " + text(notice, "sha256")
                                + ": it is not what the book was made of");
            }
        }
        noted.keySet().stream()
                .sorted()
                .forEach(path -> findings.add(
                        Check.SCENARIO, "scenario " + path, "found no such file, expected the one of the notice"));
    }

    private void commitments(List<StoredNotice> notices) {
        Set<String> said = new HashSet<>();
        for (StoredNotice notice : notices) {
            boolean isFirst = notice.kind().equals("commitment");
            boolean isOutcome = notice.kind().equals("commitment-outcome");
            if (isFirst) {
                findings.count(Check.COMMITMENTS);
            }
            if (isFirst && !said.add(notice.subject())) {
                findings.add(
                        Check.COMMITMENTS,
                        notice.place(),
                        "found \"" + notice.subject() + "\" said again, expected what was said first to stay");
            }
            if (isOutcome && !said.contains(notice.subject())) {
                findings.add(
                        Check.COMMITMENTS,
                        notice.place(),
                        "found what came of \"" + notice.subject() + "\", expected it said before");
            }
        }
    }

    private static String text(StoredNotice notice, String field) {
        try {
            JsonNode body = JSON.readTree(notice.body());
            return body.path(field).asText();
        } catch (JacksonException broken) {
            return "";
        }
    }
}
