/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What happens inside a VNF after its machines exist, and what is watched.
 *
 * @param vnfm which manager drives it (Open Baton {@code endpoint}), the generic one when absent
 * @param scripts scripts per life-cycle event (Open Baton {@code lifecycle_event}, SOL001 {@code
 *     Vnflcm} interface)
 * @param configurations day-1/2 primitives (OSM {@code vnf-configuration}, {@code
 *     lcm-operations-configuration})
 * @param parameters configuration parameters with their values (Open Baton {@code configurations},
 *     SOL001 {@code configurable_properties})
 * @param provides names this VNF offers to others (Open Baton {@code provides})
 * @param requires what it wants from other VNFs, by VNFD name (Open Baton {@code requires})
 * @param monitoringParameters what is to be measured
 * @param healing what is to be done when it fails
 */
public record VnfBehaviour(
        Optional<String> vnfm,
        List<LifecycleScript> scripts,
        List<DayConfiguration> configurations,
        Map<String, String> parameters,
        List<String> provides,
        Map<String, List<String>> requires,
        List<MonitoringParameter> monitoringParameters,
        List<HealingPolicy> healing) {
    /** Copies the collections. */
    public VnfBehaviour {
        scripts = List.copyOf(scripts);
        configurations = List.copyOf(configurations);
        parameters = Map.copyOf(parameters);
        provides = List.copyOf(provides);
        requires = Map.copyOf(requires);
        monitoringParameters = List.copyOf(monitoringParameters);
        healing = List.copyOf(healing);
    }

    /** Returns a VNF that does nothing beyond running. */
    public static VnfBehaviour none() {
        return new VnfBehaviour(
                Optional.empty(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of());
    }
}
