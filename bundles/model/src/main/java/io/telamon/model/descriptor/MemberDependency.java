/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.List;

/**
 * The target needs the source: the source starts first, and the named parameters of the source are
 * handed to the target before it starts (Open Baton {@code vnf_dependency} and {@code requires},
 * SOL006 {@code dependencies}, SOL001 {@code dependency}). Between members of a service or VDUs of
 * a VNF.
 *
 * @param source who provides
 * @param target who waits
 * @param parameters names handed on; empty for a pure order of start
 */
public record MemberDependency(String source, String target, List<String> parameters) {
    /** Copies the list. */
    public MemberDependency {
        parameters = List.copyOf(parameters);
    }
}
