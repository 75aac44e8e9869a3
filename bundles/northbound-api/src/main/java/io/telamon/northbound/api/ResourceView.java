/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.api;

import io.telamon.model.resource.Resource;

/**
 * One recorded thing of an instance.
 *
 * @param resource the record itself
 * @param account name of the account it lives on
 */
public record ResourceView(Resource resource, String account) {}
