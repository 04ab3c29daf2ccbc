package io.rampline.orderbook.credibility;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rampline.orderbook.record.Notice;
import io.rampline.orderbook.record.NoticeKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Public commitments as notices of the book. What was said first is one notice and stays; each figure that becomes
 * known later is another one about it. Who said what when, about which metric and until when, is what a commitment is
 * known by: the same with another target would be a first version told anew, and is refused. Only where one list says
 * several targets in one breath ("100,000, and 120,000 as a challenge"), all but the least are known by their target
 * too.
 */
public final class CommitmentLedger {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CommitmentLedger() {}

    /**
     * What is to be noted so that the book knows what these say.
     *
     * @param notices what there is to note, in order; nothing when the book knows it all
     * @param refused those whose first version is another one in the book: the book keeps its own
     */
    public record Additions(List<Notice.Draft> notices, List<Refusal> refused) {
        public Additions {
            notices = List.copyOf(notices);
            refused = List.copyOf(refused);
        }
    }

    /** A commitment that would tell anew what was said first. */
    public record Refusal(String subject, String found, String expected) {
        @Override
        public String toString() {
            return subject + ": found target " + found + ", expected " + expected
                    + ", which was noted first and stays; maybe it was said again later: then give it the day of that";
        }
    }

    /** What these add to notices that are there. */
    public static Additions additions(List<Commitment> commitments, List<Notice> there) {
        Map<String, Commitment> known = new HashMap<>();
        bySubject(there, LocalDate.MAX).forEach(known::put);
        List<Notice.Draft> drafts = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        Map<String, BigDecimal> least = new HashMap<>();
        for (Commitment commitment : commitments) {
            least.merge(subject(commitment), commitment.target().atLeast(), BigDecimal::min);
        }
        for (Commitment commitment : commitments) {
            String subject = subject(commitment, least);
            Commitment first = known.get(subject);
            if (first == null) {
                drafts.add(new Notice.Draft(NoticeKind.COMMITMENT, subject, body(commitment)));
            } else if (!first.target().equals(commitment.target())) {
                refused.add(new Refusal(
                        subject, commitment.target().text(), first.target().text()));
                continue;
            }
            Optional<Commitment.Actual> before = first == null ? Optional.empty() : first.actual();
            if (commitment.actual().isPresent() && !commitment.actual().equals(before)) {
                drafts.add(new Notice.Draft(
                        NoticeKind.COMMITMENT_OUTCOME,
                        subject,
                        body(commitment.actual().get(), commitment.source())));
            }
            if (first == null || commitment.actual().isPresent()) {
                known.put(subject, commitment);
            }
        }
        return new Additions(drafts, refused);
    }

    /**
     * The commitments of a book: as they were said first, with the last figure there was for a day not later than one,
     * in the order in which they were noted.
     *
     * @throws IllegalArgumentException when a notice is not understood; the message names it
     */
    public static List<Commitment> of(List<Notice> notices, LocalDate asOf) {
        return List.copyOf(bySubject(notices, asOf).values());
    }

    private static Map<String, Commitment> bySubject(List<Notice> notices, LocalDate asOf) {
        Map<String, Commitment> found = new LinkedHashMap<>();
        for (Notice notice : notices) {
            if (notice.is(NoticeKind.COMMITMENT)) {
                // A second one under the same name is the audit's to tell; the first one counts.
                found.putIfAbsent(notice.subject(), commitment(notice));
            } else if (notice.is(NoticeKind.COMMITMENT_OUTCOME)) {
                Commitment.Actual actual = actual(notice);
                if (!actual.on().isAfter(asOf)) {
                    found.computeIfPresent(notice.subject(), (_, first) -> first.with(actual));
                }
            }
        }
        return found;
    }

    private static String subject(Commitment commitment, Map<String, BigDecimal> least) {
        String subject = subject(commitment);
        BigDecimal target = commitment.target().atLeast();
        boolean isLeast = target.compareTo(least.getOrDefault(subject, target)) == 0;
        return isLeast ? subject : subject + ", target " + commitment.target().text();
    }

    private static String subject(Commitment commitment) {
        return commitment.issuer() + ": " + commitment.metric() + ", said " + commitment.made() + ", due "
                + commitment.due();
    }

    private static String body(Commitment commitment) {
        ObjectNode body = JSON.createObjectNode();
        body.put("issuer", commitment.issuer());
        body.put("made", commitment.made().toString());
        body.put("metric", commitment.metric());
        body.put("target", commitment.target().text());
        body.put("due", commitment.due().toString());
        commitment.source().forEach(body.putArray("source")::add);
        return body.toString();
    }

    private static String body(Commitment.Actual actual, List<String> source) {
        ObjectNode body = JSON.createObjectNode();
        body.put("actual", actual.text());
        body.put("on", actual.on().toString());
        source.forEach(body.putArray("source")::add);
        return body.toString();
    }

    private static Commitment commitment(Notice notice) {
        JsonNode body = body(notice);
        List<String> source = new ArrayList<>();
        body.path("source").forEach(key -> source.add(key.asText()));
        return new Commitment(
                text(notice, body, "issuer"),
                LocalDate.parse(text(notice, body, "made")),
                text(notice, body, "metric"),
                Commitment.Target.parse(text(notice, body, "target")),
                LocalDate.parse(text(notice, body, "due")),
                Optional.empty(),
                source);
    }

    private static Commitment.Actual actual(Notice notice) {
        JsonNode body = body(notice);
        return Commitment.Actual.parse(text(notice, body, "actual"), LocalDate.parse(text(notice, body, "on")));
    }

    private static String text(Notice notice, JsonNode body, String field) {
        JsonNode value = body.get(field);
        if (value == null || !value.isTextual()) {
            throw new IllegalArgumentException(
                    "found notice " + notice.position() + " without a text \"" + field + "\", expected one");
        }
        return value.asText();
    }

    private static JsonNode body(Notice notice) {
        try {
            return JSON.readTree(notice.body());
        } catch (JacksonException broken) {
            throw new IllegalArgumentException("found notice " + notice.position() + " that is no JSON", broken);
        }
    }
}
