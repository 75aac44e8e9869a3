/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.simulator.internal;

/**
 * A chain as clients see it.
 *
 * @param id given by the controller
 * @param token tag that the client gave
 * @param name name for people
 * @param state BUILDING, ACTIVE or ERROR
 * @param fault why it is broken
 * @param created when it was made, ISO 8601
 * @param draft its path and rules
 */
record ChainView(
        String id,
        String token,
        String name,
        String state,
        String fault,
        String created,
        Chain.Draft draft) {}
