/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Settings of a computer, factory PID {@value #PID}: each configuration is a computer of its own.
 * What they mean and may be is told by the options of the same names of the program {@code
 * edgecomputer}; empty or 0 leaves an option at its default unless said otherwise.
 */
@ObjectClassDefinition(name = "Telamon edge computer")
public @interface ComputerConfig {
    /** Name of the settings, and the first part of their files' names in {@code etc}. */
    String PID = "io.telamon.edge.computer";

    /** Lambda port, host:port. */
    @AttributeDefinition(name = "Lambda port")
    String serverEndpoint() default "127.0.0.1:6473";

    /** The lambda port as others reach it, unless the same. */
    @AttributeDefinition(name = "Announced as", required = false)
    String announcedEndpoint() default "";

    /** Port of the utilization stream; empty: none. */
    @AttributeDefinition(name = "Utilization port", required = false)
    String utilizationEndpoint() default "";

    /** Controller to announce to; empty: none. */
    @AttributeDefinition(name = "Controller", required = false)
    String controllerEndpoint() default "";

    /** Broker that gets the next function of a chain; makes the computer asynchronous. */
    @AttributeDefinition(name = "Companion broker", required = false)
    String companionEndpoint() default "";

    /** State server; opened here unless it is somebody else's. Empty: none. */
    @AttributeDefinition(name = "State server", required = false)
    String stateEndpoint() default "";

    /** Whether the state server is somebody else's. */
    @AttributeDefinition(name = "State server is elsewhere")
    boolean noStateServer() default false;

    /** Whether calls may be answered by callback. */
    @AttributeDefinition(name = "Asynchronous calls")
    boolean asynchronous() default false;

    /** Where functions come from: functions, sim or http. */
    @AttributeDefinition(name = "Type")
    String computerType() default "functions";

    /** The simulated computer of type sim. */
    @AttributeDefinition(name = "Simulation", required = false)
    String conf() default "";

    /** The gateway of type http. */
    @AttributeDefinition(name = "Gateway", required = false)
    String httpConf() default "";

    /** File with process and HTTP functions. */
    @AttributeDefinition(name = "Functions file", required = false)
    String functions() default "";

    /** Java functions that are offered: names, or * for all. */
    @AttributeDefinition(name = "Java functions")
    String[] javaFunctions() default {"*"};

    /** Threads of the connections. */
    @AttributeDefinition(min = "1")
    int numThreads() default 2;

    /** Mutual TLS on all ports, with the files of the folder CERT_DIR. */
    @AttributeDefinition(name = "Mutual TLS")
    boolean secure() default false;

    /** How errors of functions are told: output or retcode. */
    @AttributeDefinition(name = "Errors")
    String errors() default "output";

    /** How callers are sent elsewhere: status or output. */
    @AttributeDefinition(name = "Refusals")
    String refusals() default "status";

    /** Longest call in milliseconds. */
    @AttributeDefinition(min = "1")
    int maxTime() default 60_000;

    /** Longest call to another role in milliseconds. */
    @AttributeDefinition(min = "1")
    int maxPeerTime() default 10_000;

    /** Calls that may wait for a function's workers. */
    @AttributeDefinition(min = "0")
    int maxWaiting() default 1000;

    /** Calls under way that are answered by callback. */
    @AttributeDefinition(min = "1")
    int maxAsynchronous() default 1000;

    /** Graphs whose inputs are gathered here. */
    @AttributeDefinition(min = "1")
    int maxJoins() default 10_000;

    /** Longest wait of a join in milliseconds. */
    @AttributeDefinition(min = "1")
    int maxJoinTime() default 60_000;

    /** Bytes of a request or an answer. */
    @AttributeDefinition(min = "1024")
    int maxMessage() default 4_190_208;

    /** Bytes of the state server. */
    @AttributeDefinition(min = "0")
    int maxState() default 268_435_456;

    /** Milliseconds that an unused state is kept. */
    @AttributeDefinition(min = "1")
    int stateTime() default 600_000;

    /** Seconds between announcements; 0: announced once. */
    @AttributeDefinition(min = "0")
    int lease() default 10;

    /** Milliseconds for calls under way at the end. */
    @AttributeDefinition(min = "0")
    int drain() default 10_000;
}
