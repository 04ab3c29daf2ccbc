package io.rampline.intake;

import io.rampline.factory.Selector;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What really happened, also after the day the book is read; never used to make a promise. In file order. */
public record Outturn(
        List<Delivered> deliveries,
        List<PostedWait> postedWaits,
        List<Explanation> explanations,
        List<Commitment> commitments) {
    public static final Outturn NOTHING = new Outturn(List.of(), List.of(), List.of(), List.of());

    public Outturn {
        deliveries = List.copyOf(deliveries);
        postedWaits = List.copyOf(postedWaits);
        explanations = List.copyOf(explanations);
        commitments = List.copyOf(commitments);
    }

    /**
     * Units handed over in a period.
     *
     * @param from first day
     * @param to last day, not before {@code from}
     * @param units 0 to 10,000,000
     * @param source keys of {@link Source}; may be empty
     */
    public record Delivered(LocalDate from, LocalDate to, Selector products, int units, List<String> source) {
        public Delivered {
            source = List.copyOf(source);
        }
    }

    /**
     * A wait that the maker showed to customers on a day.
     *
     * @param products one model, one trim of it or all
     * @param weeksLow 0 to 520; empty when only the other end was shown
     * @param weeksHigh 0 to 520, not below {@code weeksLow}
     * @param source keys of {@link Source}; may be empty
     */
    public record PostedWait(
            LocalDate date,
            Selector products,
            OptionalDouble weeksLow,
            OptionalDouble weeksHigh,
            Optional<Grade> grade,
            List<String> source) {
        public PostedWait {
            source = List.copyOf(source);
        }
    }

    /**
     * The planner's words on why computed and posted waits differ.
     *
     * @param products whose wait it explains; any product for what the scenario assumes as a whole
     * @param english may be empty when {@code german} is not
     * @param german may be empty when {@code english} is not
     */
    public record Explanation(Selector products, String english, String german) {}

    /**
     * What a maker said in public that it would reach. Figures are as written, and checked.
     *
     * @param made day, month or year: {@code 2017-11-01}, {@code 2017-11}, {@code 2017}
     * @param metric what is counted, in words
     * @param target {@code 5000} for at least that, or a range such as {@code 50000-55000}
     * @param due last day for it, not before it was made
     * @param actual {@code 5031}, {@code >135000} or {@code about 4000}; empty text while nothing is known
     * @param actualDate day the figure is for; empty exactly when {@code actual} is
     * @param source keys of {@link Source}; may be empty
     */
    public record Commitment(
            String issuer,
            String made,
            String metric,
            String target,
            LocalDate due,
            String actual,
            Optional<LocalDate> actualDate,
            List<String> source) {
        public Commitment {
            source = List.copyOf(source);
        }
    }
}
