/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.door;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.Resource;
import io.telamon.ro.api.Consoles;
import io.telamon.ro.internal.port.Ports;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks the cloud of a machine for its console. */
@Component(service = Consoles.class)
public final class PortConsoles implements Consoles {
    private static final String CONSOLE = "console";

    private final Ports ports;

    /** Wires the component. */
    @Activate
    public PortConsoles(@Reference Ports ports) {
        this.ports = ports;
    }

    @Override
    public String address(Resource server) {
        String address =
                ports.of(server.owner().lane())
                        .act(server.spec(), new Handle(server.handle()), CONSOLE, Map.of())
                        .attributes()
                        .getOrDefault(CONSOLE, "");
        if (address.isEmpty()) {
            throw new TelamonException(
                    ErrorCode.VIM_FAULT,
                    "The cloud answered without the address of a console of %s",
                    server.key());
        }
        return address;
    }
}
