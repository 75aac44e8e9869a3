/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

/**
 * Packets that may pass connection points (SOL006 {@code security-group-rule}, SOL001 {@code
 * tosca.policies.nfv.SecurityGroupRule}).
 *
 * @param id identifier, unique in the VNF
 * @param incoming whether packets to the machine are meant, or those from it
 * @param version IP version
 * @param protocol name of the IP protocol in lower case
 * @param ports ports where the protocol has them
 */
public record SecurityRule(
        String id, boolean incoming, IpVersion version, String protocol, PortRange ports) {}
