/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.Optional;

/**
 * Automatic addresses on a link (OSM {@code dhcp-params}, SOL001 {@code dhcp_enabled,
 * ip_allocation_pools}).
 *
 * @param enabled whether addresses are handed out
 * @param start first address of the range, if bounded
 * @param count number of addresses, if bounded
 */
public record DhcpRange(boolean enabled, Optional<String> start, Optional<Integer> count) {}
