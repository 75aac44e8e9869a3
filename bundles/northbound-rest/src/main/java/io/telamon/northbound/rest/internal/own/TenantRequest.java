/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.own;

import io.telamon.model.instance.Quota;

/**
 * What a client says about a tenant; in a change an absent field stays.
 *
 * @param name unique; cannot be changed
 * @param description free text
 * @param quota how much its instances may use, -1 for no limit
 */
public record TenantRequest(String name, String description, Quota quota) {}
