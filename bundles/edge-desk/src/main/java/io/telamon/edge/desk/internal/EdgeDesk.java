/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.desk.internal;

import io.telamon.edge.api.EdgeAnswer;
import io.telamon.edge.api.EdgeBroker;
import io.telamon.edge.api.EdgeBrokerView;
import io.telamon.edge.api.EdgeDirectory;
import io.telamon.edge.api.EdgeFunctionView;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.EdgeCall;
import io.telamon.northbound.api.EdgeFacade;
import io.telamon.northbound.api.EdgeResult;
import io.telamon.northbound.api.EdgeView;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The facade of the edge. Roles come and go with their configurations; without any the picture is
 * empty. Thread-safe.
 */
@Component(service = EdgeFacade.class)
public final class EdgeDesk implements EdgeFacade {
    private static final int LONGEST_NAME = 255;

    private final List<EdgeBroker> brokers = new CopyOnWriteArrayList<>();
    private final List<EdgeDirectory> directories = new CopyOnWriteArrayList<>();

    /** For declarative services. */
    public EdgeDesk() {}

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addBroker(EdgeBroker broker) {
        brokers.add(broker);
    }

    void removeBroker(EdgeBroker broker) {
        brokers.remove(broker);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addDirectory(EdgeDirectory directory) {
        directories.add(directory);
    }

    void removeDirectory(EdgeDirectory directory) {
        directories.remove(directory);
    }

    @Override
    public EdgeView view(Caller caller) {
        caller.require("edge:read");
        return new Picture(
                        directories.stream().flatMap(d -> d.routers().stream()).toList(),
                        directories.stream().flatMap(d -> d.computers().stream()).toList(),
                        brokers.stream().map(EdgeBroker::view).toList())
                .draw();
    }

    @Override
    public EdgeResult call(Caller caller, EdgeCall call) {
        caller.require("edge:call");
        check(call);
        Seen through = brokerFor(call);
        EdgeAnswer answer = through.broker().call(call.function(), call.input(), call.limit());
        return new EdgeResult(
                answer.retcode(),
                answer.output(),
                answer.bytes(),
                answer.responder(),
                through.view().endpoint(),
                Duration.ofMillis(answer.work()),
                answer.took());
    }

    private static void check(EdgeCall call) {
        if (call.function().isBlank() || call.function().length() > LONGEST_NAME) {
            throw new TelamonException(
                    ErrorCode.INVALID_ARGUMENT,
                    "A function's name has 1 to %d characters",
                    LONGEST_NAME);
        }
        boolean sensible =
                call.limit().compareTo(Duration.ZERO) > 0
                        && call.limit().compareTo(EdgeCall.MOST) <= 0;
        if (!sensible) {
            throw new TelamonException(
                    ErrorCode.INVALID_ARGUMENT,
                    "The time limit is above 0 and at most %d seconds",
                    EdgeCall.MOST.toSeconds());
        }
    }

    /** A broker and what it does now; asked once a call, since a table may be long. */
    private record Seen(EdgeBroker broker, EdgeBrokerView view) {
        static Seen of(EdgeBroker broker) {
            return new Seen(broker, broker.view());
        }
    }

    private Seen brokerFor(EdgeCall call) {
        if (brokers.isEmpty()) {
            throw new TelamonException(
                    ErrorCode.NOT_FOUND,
                    "No router or dispatcher runs in this container: configure io.telamon.edge.router");
        }
        if (!call.broker().isEmpty()) {
            return brokers.stream()
                    .map(Seen::of)
                    .filter(seen -> seen.view().endpoint().equals(call.broker()))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new TelamonException(
                                            ErrorCode.NOT_FOUND,
                                            "No broker of this container is at %s",
                                            call.broker()));
        }
        return brokers.stream()
                .map(Seen::of)
                .filter(seen -> knows(seen.view(), call.function()))
                .findFirst()
                .orElseThrow(
                        () ->
                                new TelamonException(
                                        ErrorCode.NOT_FOUND,
                                        "No broker of this container knows a function %s",
                                        call.function()));
    }

    private static boolean knows(EdgeBrokerView broker, String function) {
        return broker.functions().stream().map(EdgeFunctionView::name).anyMatch(function::equals);
    }
}
