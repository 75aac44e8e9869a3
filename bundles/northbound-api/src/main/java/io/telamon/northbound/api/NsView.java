/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.api;

import io.telamon.model.instance.NsInstance;

/**
 * A service instance as doors show it.
 *
 * @param instance the record itself
 * @param nsdName title of its NSD
 * @param currentOperation operation that holds it, or null
 */
public record NsView(NsInstance instance, String nsdName, OperationView currentOperation) {}
