/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.bench;

import java.util.List;

/** What the well clouds lose when others hang: calls are taken and never answered. */
final class HungMeasure {
    private static final String WELL = "well";
    private static final String ILL = "ill";
    private static final double NANOS = 1e9;
    private static final double HUNDRED = 100;
    private static final List<String> VERBS = List.of("create", "find", "observe", "list", "probe");

    private final Stage stage;
    private final Report report;
    private int names;

    HungMeasure(Stage stage, Report report) {
        this.stage = stage;
        this.report = report;
    }

    /**
     * Measures: all well, some hung, all well again.
     *
     * @param accounts accounts in all
     * @param hung those of them that hang
     * @param clients clients at once
     */
    void run(int accounts, int hung, int clients) {
        int well = accounts - hung;
        stage.addAccounts(WELL, well);
        stage.addAccounts(ILL, hung);
        report.say("Warming up on " + accounts + " accounts ...");
        rate(well, clients);
        double before = rate(well, clients);
        for (String verb : VERBS) {
            stage.cloud()
                    .fault(
                            "{\"world\":\"%s-*\",\"verb\":\"%s\",\"times\":-1,\"do\":\"hang\"}"
                                    .formatted(ILL, verb));
        }
        List<String> stuck =
                Crew.work(clients, hung, i -> stage.order("stuck-" + i, ILL + "-" + i));
        double during = rate(well, clients);
        stage.cloud().clearFaults();
        stuck.forEach(stage::await);
        double after = rate(well, clients);
        double lost = HUNDRED * (1 - during / ((before + after) / 2));
        report.add(
                "%d accounts, %d hung: loss of the others".formatted(accounts, hung),
                "< 10 %",
                Spread.text(lost) + " %",
                "services/s before, during, after: %s, %s, %s"
                        .formatted(Spread.text(before), Spread.text(during), Spread.text(after)));
    }

    private double rate(int accounts, int clients) {
        int first = names;
        names += accounts;
        long start = System.nanoTime();
        Crew.work(clients, accounts, i -> stage.run("well-" + (first + i), WELL + "-" + i));
        double rate = accounts / ((System.nanoTime() - start) / NANOS);
        report.say("%s services/s on %d accounts".formatted(Spread.text(rate), accounts));
        return rate;
    }
}
