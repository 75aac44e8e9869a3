/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.security;

import io.telamon.model.TenantId;
import io.telamon.model.instance.Quota;

/**
 * A project: owner of catalogs, accounts and instances.
 *
 * @param id our id
 * @param name unique
 * @param description free text
 * @param quota how much its instances may use over all accounts
 * @param version optimistic lock, raised by the store
 */
public record Tenant(TenantId id, String name, String description, Quota quota, long version) {}
