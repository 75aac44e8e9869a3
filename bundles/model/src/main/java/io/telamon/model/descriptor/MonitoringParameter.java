/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.Optional;

/**
 * Something to be measured (SOL006 {@code monitoring-parameter}, OSM {@code monitoring-param}, Open
 * Baton {@code monitoring_parameter}).
 *
 * @param id identifier
 * @param name name for people
 * @param metric name of the metric, such as cpu_utilization
 * @param vduId VDU measured, the whole VNF when absent
 * @param memberIndex member measured, in a service
 */
public record MonitoringParameter(
        String id,
        String name,
        String metric,
        Optional<String> vduId,
        Optional<String> memberIndex) {
    /** A blank name becomes the id. */
    public MonitoringParameter {
        name = name.isBlank() ? id : name;
    }
}
