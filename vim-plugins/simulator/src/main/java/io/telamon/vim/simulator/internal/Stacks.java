/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.Identity;
import io.telamon.model.resource.StackSpec;
import io.telamon.vim.simulator.internal.world.Draft;
import io.telamon.vim.spi.ArtifactSource;
import io.telamon.vim.spi.Observation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Stacks. The world is told which servers and outputs a template names; nothing else in it is
 * simulated.
 */
final class Stacks extends ThingOperator<StackSpec> {
    private static final int MOST = 1 << 20;
    private final ArtifactSource artifacts;

    Stacks(Identity identity, WorldCalls calls, ArtifactSource artifacts) {
        super("stack", identity, calls);
        this.artifacts = artifacts;
    }

    @Override
    Draft draft(StackSpec spec) {
        TemplateOutline outline = TemplateOutline.of(template(spec));
        Map<String, String> values = new TreeMap<>();
        values.put("servers", String.join(",", outline.servers()));
        values.put("outputs", String.join(",", outline.outputs()));
        spec.parameters().forEach((name, value) -> values.put("parameter/" + name, value.text()));
        return Draft.of(spec.name(), values);
    }

    private String template(StackSpec spec) {
        try (InputStream in = artifacts.open(spec.template())) {
            String text = new String(in.readNBytes(MOST), StandardCharsets.UTF_8);
            if (!text.contains("heat_template_version")) {
                throw new TelamonException(
                        ErrorCode.VIM_REJECTED,
                        "%s is no template: it has no heat_template_version",
                        spec.template().path());
            }
            return text;
        } catch (IOException e) {
            throw new TelamonException(
                    ErrorCode.VIM_REJECTED,
                    e,
                    "The template %s cannot be read: %s",
                    spec.template().path(),
                    e.getMessage());
        }
    }

    @Override
    public Observation update(Handle handle, StackSpec from, StackSpec to) {
        return calls().update(kind(), handle, draft(to));
    }
}
