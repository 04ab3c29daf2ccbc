package io.rampline.browser;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test a {@link Visit}: one browser for all classes, one server for each book that a test asks for, both kept
 * until the last test has ended, and a fresh window for each visit. What a test changes in a book the next ones find
 * there, so tests look for what they themselves brought.
 */
final class Visits implements ParameterResolver {
    private static final Namespace KEPT = Namespace.create(Visits.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Visit.class;
    }

    @Override
    public Visit resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ServedScenario scenario =
                parameter.findAnnotation(At.class).map(At::value).orElse(ServedScenario.TINY);
        Store ofAll = context.getRoot().getStore(KEPT);
        Chromium chromium = ofAll.computeIfAbsent(Chromium.class, _ -> Chromium.open(), Chromium.class);
        ServedHouse house = ofAll.computeIfAbsent(scenario, _ -> ServedHouse.open(scenario), ServedHouse.class);
        return context.getStore(KEPT)
                .computeIfAbsent(
                        "visit " + parameter.getIndex(), _ -> new Visit(chromium.browser(), house), Visit.class);
    }
}
