/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.Optional;

/**
 * Where the outside joins the service (SOL006 {@code sapd}, SOL001 {@code tosca.nodes.nfv.Sap}).
 *
 * @param id identifier
 * @param virtualLink link of the service it opens, if it opens a link
 * @param memberIndex member whose connection point it opens, if it opens a member
 * @param connectionPoint that connection point
 */
public record ServiceAccessPoint(
        String id,
        Optional<String> virtualLink,
        Optional<String> memberIndex,
        Optional<String> connectionPoint) {}
