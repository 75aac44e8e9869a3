/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.api;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The edge at one moment.
 *
 * @param brokers routers and dispatchers, by end-point
 * @param computers by end-point
 * @param functions by name
 * @param routes lines of the tables of brokers in this container, by broker and function
 */
public record EdgeView(
        List<Broker> brokers,
        List<Computer> computers,
        List<Function> functions,
        List<Route> routes) {
    /** Copies the lists. */
    public EdgeView {
        brokers = List.copyOf(brokers);
        computers = List.copyOf(computers);
        functions = List.copyOf(functions);
        routes = List.copyOf(routes);
    }

    /** How far a broker's table is what the controller wants it to be. */
    public enum Table {
        /** Orders are under way. */
        SYNCING,
        /** It has what it should have. */
        SYNCED,
        /** It does not answer; tried again with growing pauses. */
        SUSPENDED,
        /** No controller of this container fills it. */
        OWN
    }

    /**
     * A router or dispatcher.
     *
     * @param endpoint of its lambda port; its identity
     * @param kind {@code router}, {@code dispatcher}, or {@code broker} when it runs elsewhere
     * @param policy how it chooses; empty when it runs elsewhere
     * @param table how far its table is what it should be
     * @param trouble why the controller cannot reach it; empty when it can
     * @param routes lines of its table
     * @param homeless requests for functions that are in no table
     */
    public record Broker(
            String endpoint,
            String kind,
            String policy,
            Table table,
            String trouble,
            int routes,
            long homeless) {
        /** True when it runs in this container, so that more is known of it. */
        public boolean here() {
            return !policy.isEmpty();
        }
    }

    /** Whether a computer can be called. */
    public enum Presence {
        /** It answers. */
        PRESENT,
        /** It does not answer; its routes are withdrawn until it does. */
        AWAY,
        /** A broker has it in its table; it was never announced to a controller here. */
        UNANNOUNCED
    }

    /**
     * A computer.
     *
     * @param endpoint of its lambda port; its identity
     * @param functions it runs
     * @param presence whether it can be called
     * @param home end-point of the router it belongs to; empty when it belongs to all
     * @param load percent of its processor that it told a broker here last; -1 when it never did
     * @param underWay requests that brokers here sent and that have no answer yet
     * @param answered requests from brokers here that it executed
     * @param failed requests from brokers here that ended otherwise
     * @param since when the controller first heard of it
     * @param leaseUntil when it is forgotten unless it says that it is there
     */
    public record Computer(
            String endpoint,
            List<String> functions,
            Presence presence,
            String home,
            int load,
            int underWay,
            long answered,
            long failed,
            Optional<Instant> since,
            Optional<Instant> leaseUntil) {
        /** Copies the list. */
        public Computer {
            functions = List.copyOf(functions);
            Objects.requireNonNull(since);
            Objects.requireNonNull(leaseUntil);
        }
    }

    /**
     * A function.
     *
     * @param name of it
     * @param computers how many can be called
     * @param answered requests through brokers here that were executed
     * @param failed requests through brokers here that ended otherwise
     * @param lately answers that the times are of (the last quarter to half minute)
     * @param p50 milliseconds within which half of them came, at the slowest broker
     * @param p95 the same for 95 of 100
     * @param p99 the same for 99 of 100
     */
    public record Function(
            String name,
            int computers,
            long answered,
            long failed,
            long lately,
            double p50,
            double p95,
            double p99) {}

    /**
     * A line of the table of a broker in this container.
     *
     * @param broker end-point of the broker
     * @param function name
     * @param destination end-point of a computer or another broker
     * @param weight expected response time in seconds, or what a controller set
     * @param share part of the function's executed requests that went there, 0 to 1
     * @param up false while it cannot be reached
     * @param underWay requests there now
     * @param answered requests executed there
     * @param failed requests that ended otherwise
     */
    public record Route(
            String broker,
            String function,
            String destination,
            double weight,
            double share,
            boolean up,
            int underWay,
            long answered,
            long failed) {}
}
