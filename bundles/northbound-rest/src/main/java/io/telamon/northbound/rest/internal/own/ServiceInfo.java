/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.own;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.instance.VnfInstance;
import io.telamon.northbound.api.NsView;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A service instance with more than the standard's two states.
 *
 * @param id our id
 * @param name name given by the user
 * @param description free text
 * @param nsd package with the NSD
 * @param nsdName title of the NSD
 * @param tenant owner
 * @param state life-cycle state
 * @param drift what happens when a thing is missing
 * @param parameters parameters given at instantiation
 * @param vnfs members and where they are
 * @param created time of creation
 * @param createdBy who created it
 * @param changed time of the last change
 * @param currentOperation operation that holds it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ServiceInfo(
        String id,
        String name,
        String description,
        String nsd,
        String nsdName,
        String tenant,
        String state,
        String drift,
        Map<String, String> parameters,
        List<VnfInstance> vnfs,
        Instant created,
        String createdBy,
        Instant changed,
        OperationInfo currentOperation) {
    static ServiceInfo of(NsView view) {
        NsInstance ns = view.instance();
        return new ServiceInfo(
                ns.id().value(),
                ns.name(),
                ns.description(),
                ns.nsd().value(),
                view.nsdName(),
                ns.tenant().value(),
                ns.state().name(),
                ns.topology().drift(),
                ns.topology().parameters(),
                ns.topology().vnfs(),
                ns.stamps().created(),
                ns.stamps().createdBy(),
                ns.stamps().changed(),
                view.currentOperation() == null ? null : OperationInfo.of(view.currentOperation()));
    }
}
