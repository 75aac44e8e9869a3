/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.function;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

/** The process and HTTP functions of a file. */
public final class FileFunctions implements FunctionSource {
    private final Map<String, PooledRunner> runners = new LinkedHashMap<>();
    private final List<ProcessFunction> processes = new ArrayList<>();

    /** What a function may use unless the file says otherwise. */
    public record Defaults(PooledRunner.Limits limits, int maxOutput) {}

    /** Reads the file; {@link IllegalArgumentException} tells what is wrong with it. */
    public FileFunctions(
            Path file, Defaults defaults, HttpClient client, ScheduledExecutorService timer) {
        for (FunctionFile.Entry entry : FunctionFile.read(file, defaults)) {
            PooledRunner runner =
                    new PooledRunner(entry.offer(), entry.limits(), body(entry, client), timer);
            if (runners.put(entry.offer().lambda(), runner) != null) {
                close();
                throw new IllegalArgumentException("Two functions named " + entry.offer().lambda());
            }
        }
    }

    private PooledRunner.Body body(FunctionFile.Entry entry, HttpClient client) {
        if (entry instanceof FunctionFile.Entry.Executable executable) {
            ProcessFunction function = new ProcessFunction(executable.command());
            processes.add(function);
            return function;
        }
        return new HttpFunction(client, ((FunctionFile.Entry.Remote) entry).target());
    }

    @Override
    public List<Offer> offers() {
        return runners.values().stream().map(PooledRunner::offer).toList();
    }

    @Override
    public Optional<Runner> find(String lambda) {
        return Optional.ofNullable(runners.get(lambda));
    }

    @Override
    public Map<String, Double> busy() {
        Map<String, Double> busy = new LinkedHashMap<>();
        runners.forEach((name, runner) -> busy.put(name, runner.busy()));
        return busy;
    }

    @Override
    public void close() {
        runners.values().forEach(PooledRunner::close);
        processes.forEach(ProcessFunction::close);
    }
}
