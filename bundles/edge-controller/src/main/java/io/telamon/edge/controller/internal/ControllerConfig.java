/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.controller.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Settings of the controller in the container. */
@ObjectClassDefinition(
        name = "Edge controller",
        description = "Knows computers and routers and writes the routers' tables.")
@interface ControllerConfig {
    @AttributeDefinition(
            name = "End-point",
            description = "Where it takes announcements, host:port. Another one opens a new port.")
    String serverEndpoint() default "127.0.0.1:6475";

    @AttributeDefinition(
            name = "Layout",
            description =
                    "flat: every router knows every computer; hier: each computer has a home router",
            options = {@Option(value = "flat"), @Option(value = "hier")})
    String installerType() default "flat";

    @AttributeDefinition(
            name = "Topology file",
            description = "For hier: one line 'name d1 ... dn' per address")
    String topologyFile() default "dist.txt";

    @AttributeDefinition(
            name = "Draw distances",
            description = "For hier: take only the names of the topology and draw the distances")
    boolean topologyRandomized() default false;

    @AttributeDefinition(
            name = "Objective",
            description = "For hier: what the choice of a home makes small first",
            options = {@Option(value = "min-max"), @Option(value = "min-avg")})
    String hierObjective() default "min-max";

    @AttributeDefinition(
            name = "Seed",
            description = "For hier: of drawn distances and of the choice between equal homes")
    int seed() default 0;

    @AttributeDefinition(name = "Mutual TLS", description = "Keep strangers out")
    boolean secure() default false;

    @AttributeDefinition(
            name = "Folder of certificates",
            description =
                    "Files ca.crt, server.crt, server.key, client.crt, client.key, and token if"
                            + " there is one")
    String certificates() default "etc/edge";
}
