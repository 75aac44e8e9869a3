/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.api;

import io.telamon.model.resource.Resource;

/** The way to the consoles of machines. */
public interface Consoles {
    /**
     * The address of a machine's console, made for this call; whoever has it can use it, so it is
     * neither kept nor written into a log. Blocks for one call to the cloud.
     *
     * @throws io.telamon.errors.TelamonException UNSUPPORTED when the account has no consoles,
     *     UNAVAILABLE without plug-in, a VIM_ code when the cloud does not answer
     */
    String address(Resource server);
}
