/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal;

import io.telamon.edge.computer.internal.flow.Policy;
import io.telamon.edge.kit.Conf;
import io.telamon.edge.kit.EndPoint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a computer is told.
 *
 * @param threads of its connections
 * @param asynchronous whether calls may be answered by callback
 * @param policy how failures are told
 */
public record Settings(
        Ports ports,
        Functions functions,
        Limits limits,
        int threads,
        boolean asynchronous,
        Policy policy) {
    /**
     * End-points of its own and of others.
     *
     * @param server lambda port
     * @param announced as others reach the lambda port
     * @param utilization port of the utilization stream
     * @param state state server, ours unless {@code foreignState}
     * @param controller who is told of this computer
     * @param companion broker for the next function of a chain
     */
    public record Ports(
            EndPoint server,
            Optional<EndPoint> announced,
            Optional<EndPoint> utilization,
            Optional<EndPoint> state,
            boolean foreignState,
            Optional<EndPoint> controller,
            Optional<EndPoint> companion) {}

    /**
     * Where functions come from.
     *
     * @param type sim, http or functions
     * @param simulation of type sim
     * @param gateway of type http
     * @param file process and HTTP functions; may be there with every type
     */
    public record Functions(String type, Conf simulation, Conf gateway, Optional<Path> file) {}

    /**
     * What may be used.
     *
     * @param time of a call
     * @param peer time of a call to another role
     * @param waiting calls that may wait for a function's workers
     * @param asynchronous calls under way that are answered by callback
     * @param joins graphs whose inputs are gathered
     * @param join time that a join waits
     * @param message bytes of a message of ours
     * @param stateBytes of the state server
     * @param stateLife of an unused state
     * @param lease time between announcements; zero: announced once
     * @param drain time for calls under way at the end
     */
    public record Limits(
            Duration time,
            Duration peer,
            int waiting,
            int asynchronous,
            int joins,
            Duration join,
            int message,
            long stateBytes,
            Duration stateLife,
            Duration lease,
            Duration drain) {}
}
