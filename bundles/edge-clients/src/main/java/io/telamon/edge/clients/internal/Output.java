/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import io.telamon.edge.kit.Options;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where lines go: a file, new or continued, or the standard output. */
final class Output implements Closeable {
    static final String STANDARD = "/dev/stdout";

    private final Appendable lines;
    private final Closeable file;

    private Output(Appendable lines, Closeable file) {
        this.lines = lines;
        this.file = file;
    }

    static Options options(Options options) {
        return options.option("output-file", STANDARD, "where the lines go")
                .flag("append", "continue the output file");
    }

    /** Opens what the options of {@link #options} say. */
    static Output open(Options.Parsed options, Appendable standard) throws IOException {
        String name = options.text("output-file");
        if (name.equals(STANDARD)) {
            return new Output(standard, () -> {});
        }
        StandardOpenOption how =
                options.flag("append")
                        ? StandardOpenOption.APPEND
                        : StandardOpenOption.TRUNCATE_EXISTING;
        Writer writer =
                Files.newBufferedWriter(
                        Path.of(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE, how);
        return new Output(writer, writer);
    }

    Appendable lines() {
        return lines;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
