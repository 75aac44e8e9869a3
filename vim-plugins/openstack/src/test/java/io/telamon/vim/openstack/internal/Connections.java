/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import io.telamon.model.VimAccountId;
import io.telamon.vim.spi.VimConnection;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Connections for tests. */
final class Connections {
    static final byte[] CONTENT = "a small image".repeat(10_000).getBytes(StandardCharsets.UTF_8);

    static final String TEMPLATE =
            """
            heat_template_version: 2018-08-31
            parameters:
              image: {type: string}
              flavor: {type: string, default: m1.nano}
            resources:
              net:
                type: OS::Neutron::Net
              subnet:
                type: OS::Neutron::Subnet
                properties: {network: {get_resource: net}, cidr: 10.77.0.0/24}
              web:
                type: OS::Nova::Server
                depends_on: subnet
                properties:
                  image: {get_param: image}
                  flavor: {get_param: flavor}
                  networks: [{network: {get_resource: net}}]
            outputs:
              where: {value: {get_attr: [web, first_address]}}
            """;

    private Connections() {}

    /** As the user and project of the tests. */
    static VimConnection to(String endpoint, String secret, Duration timeout) {
        return to(endpoint, secret, timeout, Map.of());
    }

    /** The same with further settings. */
    static VimConnection to(
            String endpoint, String secret, Duration timeout, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of("user", "tck", "project", "tck"));
        settings.putAll(more);
        return new VimConnection(
                new VimAccountId("tck"),
                endpoint,
                settings,
                secret,
                timeout,
                artifact ->
                        new ByteArrayInputStream(
                                artifact.path().startsWith("hot/")
                                        ? TEMPLATE.getBytes(StandardCharsets.UTF_8)
                                        : CONTENT));
    }
}
