/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.ns;

import io.telamon.northbound.api.Requires;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Starts machines of a service. */
@Service
@Requires("ns:operate")
@Command(scope = "ns", name = "start", description = "Start the machines of a service")
public final class NsStartCommand extends NsPowerCommand {
    @Override
    boolean starts() {
        return true;
    }
}
