/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.catalog.internal;

import io.telamon.catalog.api.CompositionCheck;
import io.telamon.catalog.api.DescriptorReader;
import io.telamon.catalog.api.PackageContents;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Holds the services that understand descriptors, asked for per call: while their bundle is being
 * replaced, reading answers UNAVAILABLE and everything else goes on. Thread-safe.
 */
@Component(service = Readers.class)
public final class Readers {
    // written by the service registry, read by any thread
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile DescriptorReader reader;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile PackageContents contents;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile CompositionCheck composition;

    /** Filled by the container. */
    public Readers() {}

    /** Filled by hand. */
    Readers(DescriptorReader reader, PackageContents contents, CompositionCheck composition) {
        this.reader = reader;
        this.contents = contents;
        this.composition = composition;
    }

    DescriptorReader reader() {
        return present(reader);
    }

    PackageContents contents() {
        return present(contents);
    }

    CompositionCheck composition() {
        return present(composition);
    }

    private static <T> T present(T service) {
        if (service == null) {
            throw new TelamonException(
                    ErrorCode.UNAVAILABLE,
                    "The descriptor bundle is being replaced: try again in a moment");
        }
        return service;
    }
}
