/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.bench;

/** Telamon's own time and commits per task over many accounts, for few tasks and for many. */
final class TaskMeasure {
    private static final String CLOUD = "wide";
    private static final double NANOS = 1e9;

    private final Stage stage;
    private final Report report;
    private int names;

    TaskMeasure(Stage stage, Report report) {
        this.stage = stage;
        this.report = report;
    }

    /**
     * Measures.
     *
     * @param accounts accounts
     * @param few tasks of the short run
     * @param many tasks of the long run
     * @param clients clients at once
     */
    void run(int accounts, int few, int many, int clients) {
        stage.addAccounts(CLOUD, accounts);
        report.say("Warming up on " + accounts + " accounts ...");
        services(accounts, accounts, clients);
        Gauge.Reading shorter = measured(accounts, few, clients);
        Gauge.Reading longer = measured(accounts, many, clients);
        report.add(
                "own time per task, 10,000 against 1,000",
                "flat",
                Spread.text(longer.cpuPerTask() / shorter.cpuPerTask()),
                "ratio");
    }

    private Gauge.Reading measured(int accounts, int tasks, int clients) {
        Gauge.Reading start = stage.gauge().read();
        Gauge.Reading used = start.since(start);
        while (used.tasks() < tasks) {
            services(accounts, Math.min(accounts, tasks / 5), clients);
            used = stage.gauge().read().since(start);
        }
        report.add(
                "%d tasks over %d accounts".formatted((int) used.tasks(), accounts),
                "2 ms, 2 commits",
                Spread.text(used.cpuPerTask())
                        + " ms CPU, "
                        + Spread.text(used.commitsPerTask())
                        + " commits",
                "per task; %s tasks/s, %d clients"
                        .formatted(Spread.text(used.tasks() / (used.nanos() / NANOS)), clients));
        return used;
    }

    private void services(int accounts, int count, int clients) {
        int first = names;
        names += count;
        Crew.work(
                clients,
                count,
                i -> stage.run("wide-" + (first + i), CLOUD + "-" + (first + i) % accounts));
    }
}
