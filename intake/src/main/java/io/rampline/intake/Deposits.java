package io.rampline.intake;

import io.rampline.factory.Currency;
import io.rampline.factory.DepositTerms;
import io.rampline.factory.MoneyTerms.Amounts;
import io.rampline.factory.MoneyTerms.Foreign;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads {@code deposits.toml}: who pays how much here, what becomes of it in {@link MoneyRules}. */
final class Deposits {
    static final String FILE = "deposits.toml";

    private static final String DEPOSIT = "deposit";
    private static final String PREPAYMENT = "prepayment_percent";
    private static final List<String> MODEL_KEYS = List.of(DEPOSIT, PREPAYMENT, "trim");
    private static final List<String> AMOUNT_KEYS = List.of(DEPOSIT, PREPAYMENT);
    private static final List<String> MARKET_KEYS = List.of(DEPOSIT, PREPAYMENT, "currency", "rate", "model");
    private static final int COOLING_OFF_DAYS_MAX = 365;

    private final TomlFile toml;
    private final Basics basics;
    private final Catalogue catalogue;
    private final Markets markets;
    private final long deposit;
    private final SortedMap<String, Long> byModel = new TreeMap<>();
    private final SortedMap<String, Foreign> foreign = new TreeMap<>();
    private final List<Amounts> exceptions = new ArrayList<>();

    private Deposits(TomlFile toml, Basics basics, Catalogue catalogue, Markets markets) {
        this.toml = toml;
        this.basics = basics;
        this.catalogue = catalogue;
        this.markets = markets;
        this.deposit = toml.money(TomlKey.of(DEPOSIT), basics.currency(), 0);
    }

    static DepositTerms read(Folder folder, Basics basics, Catalogue catalogue, Markets markets) {
        DepositTerms none = new DepositTerms(0, 0, new TreeMap<>());
        if (!folder.has(FILE)) {
            return none;
        }
        return TomlFile.read(folder, FILE)
                .map(toml -> new Deposits(toml, basics, catalogue, markets).read())
                .orElse(none);
    }

    private DepositTerms read() {
        List<String> known = new ArrayList<>(List.of(DEPOSIT, "cooling_off_days", "model.*", "market.*"));
        known.addAll(MoneyRules.KEYS);
        toml.expectOnly(known);
        int days = toml.whole(TomlKey.of("cooling_off_days"), 0, COOLING_OFF_DAYS_MAX, 0);
        readModels();
        readMarkets();
        return new DepositTerms(
                deposit, days, byModel, new MoneyRules(toml, basics.currency()).read(exceptions, foreign));
    }

    private void readModels() {
        for (String model : toml.keys(TomlKey.of("model"))) {
            TomlKey table = TomlKey.of("model", model);
            mustBeModel(table, model);
            toml.expectOnly(table, MODEL_KEYS);
            byModel.put(model, toml.money(table.then(DEPOSIT), basics.currency(), deposit));
            OptionalInt prepaid = prepayment(table);
            if (prepaid.isPresent()) {
                exceptions.add(new Amounts(
                        Optional.empty(), Optional.of(model), Optional.empty(), OptionalLong.empty(), prepaid));
            }
            for (String trim : toml.keys(table.then("trim"))) {
                TomlKey ofTrim = table.then("trim").then(trim);
                if (!catalogue.has(model, trim) && !catalogue.mayHave(model, trim)) {
                    toml.flaw(
                            ofTrim,
                            "trim " + Wording.quoted(trim) + " of " + Wording.quoted(model),
                            "a product of " + Catalogue.FILE,
                            "");
                }
                toml.expectOnly(ofTrim, AMOUNT_KEYS);
                add(Optional.empty(), Optional.of(model), Optional.of(trim), ofTrim);
            }
        }
    }

    private void readMarkets() {
        for (String market : toml.keys(TomlKey.of("market"))) {
            TomlKey table = TomlKey.of("market", market);
            if (!markets.names().has(market) && !markets.names().isLeaky()) {
                toml.flaw(
                        table,
                        "market " + Wording.quoted(market),
                        markets.names().expected(),
                        markets.names().maybe(market));
            }
            toml.expectOnly(table, MARKET_KEYS);
            readCurrency(market, table);
            add(Optional.of(market), Optional.empty(), Optional.empty(), table);
            for (String model : toml.keys(table.then("model"))) {
                TomlKey ofModel = table.then("model").then(model);
                mustBeModel(ofModel, model);
                toml.expectOnly(ofModel, AMOUNT_KEYS);
                add(Optional.of(market), Optional.of(model), Optional.empty(), ofModel);
            }
        }
    }

    /** A currency of its own, which every amount of the market's table is in. */
    private void readCurrency(String market, TomlKey table) {
        TomlKey code = table.then("currency");
        TomlKey rate = table.then("rate");
        if (!toml.has(code) && !toml.has(rate)) {
            return;
        }
        String expected = "a currency code such as \"EUR\", and rate beside it";
        Optional<String> text = toml.has(code) ? toml.text(code, expected, _ -> "") : Optional.empty();
        if (!toml.has(code)) {
            toml.missing(code, expected);
        } else if (text.isPresent() && !text.get().matches("[A-Z]{3}")) {
            toml.flaw(code, expected, "");
        }
        if (!toml.has(rate)) {
            toml.missing(rate, basics.currency().code() + " for one unit of it");
        }
        text.flatMap(found -> ForeignRate.read(toml, rate, found)).ifPresent(money -> foreign.put(market, money));
    }

    private void mustBeModel(TomlKey table, String model) {
        if (!catalogue.hasModel(model) && !catalogue.mayHaveModel()) {
            toml.flaw(table, "model " + Wording.quoted(model), catalogue.expectedModel(), catalogue.maybeModel(model));
        }
    }

    private void add(Optional<String> market, Optional<String> model, Optional<String> trim, TomlKey table) {
        OptionalLong amount = OptionalLong.empty();
        if (toml.has(table.then(DEPOSIT))) {
            Optional<Foreign> money = market.flatMap(name -> Optional.ofNullable(foreign.get(name)));
            Currency currency = money.map(Foreign::currency).orElse(basics.currency());
            long paid = toml.money(table.then(DEPOSIT), currency, 0);
            amount = OptionalLong.of(money.map(rate -> ForeignRate.home(paid, rate, basics.currency()))
                    .orElse(paid));
        }
        OptionalInt prepaid = prepayment(table);
        if (amount.isPresent() || prepaid.isPresent()) {
            exceptions.add(new Amounts(market, model, trim, amount, prepaid));
        }
    }

    private OptionalInt prepayment(TomlKey table) {
        TomlKey key = table.then(PREPAYMENT);
        return toml.has(key) ? OptionalInt.of(MoneyRules.share(toml, key, 0)) : OptionalInt.empty();
    }
}
