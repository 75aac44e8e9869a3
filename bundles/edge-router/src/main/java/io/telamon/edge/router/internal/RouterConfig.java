/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.router.internal;

import io.telamon.edge.kit.Servers;
import io.telamon.edge.relay.RelaySettings;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Settings of an e-router, PID {@value #PID}; each configuration of that PID or factory PID is one
 * router, without any there is none. The values are those of the program's options. Policy,
 * optimizer and limits change without a request being disturbed; the rest opens the router anew.
 */
@ObjectClassDefinition(name = "Telamon edge router")
public @interface RouterConfig {
    /** Name of the settings, and of their file in {@code etc}. */
    String PID = "io.telamon.edge.router";

    /** Where clients call. */
    @AttributeDefinition(name = "Lambda end-point")
    String serverEndpoint() default "127.0.0.1:6473";

    /** Where tables are changed. */
    @AttributeDefinition(name = "Table end-point")
    String configurationEndpoint() default "127.0.0.1:6474";

    /** Controller to announce to. */
    @AttributeDefinition(name = "Controller end-point, empty for none")
    String controllerEndpoint() default "";

    /** Threads for connections. */
    @AttributeDefinition(name = "Threads, 0: one per processor", min = "0")
    int threads() default 0;

    /** Seconds between announcements. */
    @AttributeDefinition(name = "Seconds between announcements, 0: only one", min = "0")
    double lease() default 10;

    /** Longest message in bytes. */
    @AttributeDefinition(min = "1024")
    int messageLimit() default Servers.MESSAGE_LIMIT;

    /** Mutual TLS on all ports. */
    @AttributeDefinition(name = "Keep strangers out")
    boolean secure() default false;

    /** Folder of the certificates, and of the token if there is one. */
    @AttributeDefinition(name = "Folder of certificates")
    String certificates() default "etc/edge";

    /** Policy. */
    @AttributeDefinition(name = "Policy (type=random and others)")
    String table() default RouterSetup.TABLE;

    /** How weights follow response times. */
    @AttributeDefinition(name = "Optimizer (type=trivial and others)")
    String optimizer() default RouterSetup.OPTIMIZER;

    /** Limits of the data path. */
    @AttributeDefinition(name = "Limits")
    String limits() default RelaySettings.DEFAULTS;
}
