/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Entry of the program: runs the measurements that are named, all when none is. */
public final class Bench {
    private static final List<String> ALL = List.of("start", "services", "tasks", "hung");

    private final Path root;
    private final Path folder;
    private final Options options;
    private final Report report;

    private Bench(Path root, Options options, Report report) {
        this.root = root;
        this.options = options;
        this.report = report;
        folder =
                Path.of(
                        options.text(
                                "keep", root + "/distribution/bench/target/" + System.nanoTime()));
    }

    /** Runs; the system property {@code project.root} names the project's root. */
    public static void main(String[] arguments) {
        Path root = Path.of(System.getProperty("project.root", ".")).toAbsolutePath().normalize();
        Options options = Options.of(arguments);
        Report report =
                new Report(
                        new PrintStream(
                                new FileOutputStream(FileDescriptor.out),
                                true,
                                StandardCharsets.UTF_8));
        Bench bench = new Bench(root, options, report);
        (options.names().isEmpty() ? ALL : options.names()).forEach(bench::measure);
        report.say("\n" + report);
        System.exit(0);
    }

    private void measure(String name) {
        switch (name) {
            case "start" ->
                    new StartMeasure(root, folder.resolve(name), report)
                            .run(options.number("wait", 300));
            case "services" ->
                    onStage(
                            name,
                            stage ->
                                    new ServiceMeasure(stage, report)
                                            .run(
                                                    options.number("singles", 100),
                                                    options.number("count", 200),
                                                    options.number("pairs", 5),
                                                    options.number("deletions", 24)));
            case "tasks" ->
                    onStage(
                            name,
                            stage ->
                                    new TaskMeasure(stage, report)
                                            .run(
                                                    options.number("accounts", 100),
                                                    options.number("few", 1_000),
                                                    options.number("many", 10_000),
                                                    options.number("clients", 16)));
            case "hung" ->
                    onStage(
                            name,
                            stage ->
                                    new HungMeasure(stage, report)
                                            .run(
                                                    options.number("accounts", 1_000),
                                                    options.number("hung", 100),
                                                    options.number("clients", 16)));
            default ->
                    throw new IllegalArgumentException("Measurements are " + ALL + ", not " + name);
        }
    }

    private void onStage(String name, Consumer<Stage> work) {
        try (Stage stage = new Stage(root, folder.resolve(name), options.text("java", ""))) {
            work.accept(stage);
        }
    }
}
