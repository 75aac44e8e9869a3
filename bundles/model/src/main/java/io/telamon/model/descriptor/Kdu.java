/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.List;
import java.util.Optional;

/**
 * A unit that a Kubernetes cluster runs (OSM {@code kdu}, SOL006 augment {@code kdu}, SOL001 {@code
 * Vdu.OsContainerDeployableUnit}).
 *
 * @param name name, unique in the VNF
 * @param kind what the reference is
 * @param reference chart, bundle or manifest: repository name or path in the package
 * @param helmVersion version of Helm asked for, if any
 * @param services names of the Kubernetes services it opens
 */
public record Kdu(
        String name,
        KduKind kind,
        String reference,
        Optional<String> helmVersion,
        List<String> services) {
    /** Copies the list. */
    public Kdu {
        services = List.copyOf(services);
    }
}
