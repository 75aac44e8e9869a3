/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.catalog.api;

import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.ValidationReport;
import io.telamon.model.descriptor.VnfDescriptor;
import java.util.Optional;
import java.util.function.Function;

/** Checks a service against the VNFs it names. Pure; safe for several threads. */
public interface CompositionCheck {
    /**
     * Finds members whose VNFD is unknown (code VNFD_MISSING), and connection points, flavours,
     * levels, hops and classifiers that the VNFD does not have (REFERENCE_DANGLING).
     *
     * @param service the service
     * @param vnfds looks a VNFD up by its id
     * @return findings whose paths name the member
     */
    ValidationReport check(NsDescriptor service, Function<String, Optional<VnfDescriptor>> vnfds);
}
