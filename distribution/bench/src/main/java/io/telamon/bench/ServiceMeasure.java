/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.bench;

import java.util.ArrayList;
import java.util.List;

/** Services of 2 VNFs with 3 machines on one cloud: one by one, 8 and 64 at once; deletions. */
final class ServiceMeasure {
    private static final int FEW = 8;
    private static final int MANY = 64;
    private static final double NANOS = 1e9;
    private static final String CLOUD = "one";

    private final Stage stage;
    private final Report report;
    private final List<String> standing = new ArrayList<>();
    private int names;

    ServiceMeasure(Stage stage, Report report) {
        this.stage = stage;
        this.report = report;
    }

    /** One run of many services. */
    private record Run(double perSecond, double median, Gauge.Reading used) {}

    /**
     * Measures.
     *
     * @param singles services one by one
     * @param count services of a parallel run
     * @param pairs pairs of parallel runs
     * @param deletions deletions at once
     */
    void run(int singles, int count, int pairs, int deletions) {
        stage.addAccounts(CLOUD, 1);
        report.say("Warming up with " + count + " services ...");
        services(FEW, count);
        single(singles);
        parallel(count, pairs);
        delete(deletions);
    }

    private void single(int count) {
        Gauge.Reading before = stage.gauge().read();
        List<Long> times = services(1, count).stream().map(Stage.Running::nanos).toList();
        Spread spread = Spread.ofNanos(times);
        report.add(
                "service, one by one: ordered to running, median",
                "100 ms",
                Spread.text(spread.median()) + " ms",
                "p95 %s ms, n=%d, %s"
                        .formatted(
                                Spread.text(spread.p95()),
                                count,
                                Report.used(stage.gauge().read().since(before))));
    }

    private void parallel(int count, int pairs) {
        List<Run> few = new ArrayList<>();
        List<Run> many = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            if (pair % 2 == 0) {
                few.add(measured(FEW, count));
                many.add(measured(MANY, count));
            } else {
                many.add(measured(MANY, count));
                few.add(measured(FEW, count));
            }
        }
        tell(FEW, "30/s", few, count);
        tell(MANY, "-", many, count);
        List<Double> throughput = new ArrayList<>();
        List<Double> latency = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            throughput.add(many.get(pair).perSecond() / few.get(pair).perSecond());
            latency.add(many.get(pair).median() / few.get(pair).median() * FEW / MANY);
        }
        report.add(
                "throughput at 64 / at 8",
                ">= 0.9",
                Spread.text(new Spread(throughput).median()),
                pairs + " pairs, " + throughput.stream().map(Spread::text).toList());
        report.add(
                "median latency at 64 / 8 x at 8",
                "<= 1.3",
                Spread.text(new Spread(latency).median()),
                pairs + " pairs, " + latency.stream().map(Spread::text).toList());
    }

    private void tell(int clients, String target, List<Run> runs, int count) {
        Run last = runs.get(runs.size() - 1);
        report.add(
                count + " services, " + clients + " at once",
                target,
                Spread.text(new Spread(runs.stream().map(Run::perSecond).toList()).median()) + "/s",
                "median latency %s ms, %s, runs %s"
                        .formatted(
                                Spread.text(
                                        new Spread(runs.stream().map(Run::median).toList())
                                                .median()),
                                Report.used(last.used()),
                                runs.stream().map(run -> Spread.text(run.perSecond())).toList()));
    }

    private Run measured(int clients, int count) {
        Gauge.Reading before = stage.gauge().read();
        List<Stage.Running> done = services(clients, count);
        Gauge.Reading used = stage.gauge().read().since(before);
        return new Run(
                count / (used.nanos() / NANOS),
                Spread.ofNanos(done.stream().map(Stage.Running::nanos).toList()).median(),
                used);
    }

    private List<Stage.Running> services(int clients, int count) {
        int first = names;
        names += count;
        List<Stage.Running> done =
                Crew.work(clients, count, i -> stage.run("service-" + (first + i), CLOUD + "-0"));
        done.forEach(each -> standing.add(each.instance()));
        return done;
    }

    private void delete(int count) {
        List<String> victims = standing.subList(0, count);
        Gauge.Reading before = stage.gauge().read();
        Crew.work(
                count,
                count,
                i -> {
                    stage.await(stage.terminate(victims.get(i)));
                    return i;
                });
        Gauge.Reading used = stage.gauge().read().since(before);
        report.add(
                count + " deletions at once",
                "2 s",
                Spread.text(used.nanos() / NANOS) + " s",
                Report.used(used));
    }
}
