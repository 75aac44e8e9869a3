/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.desk.internal;

import static java.util.stream.Collectors.groupingBy;

import io.telamon.edge.api.EdgeBrokerView;
import io.telamon.edge.api.EdgeComputerView;
import io.telamon.edge.api.EdgeFunctionView;
import io.telamon.edge.api.EdgeRouteView;
import io.telamon.edge.api.EdgeRouterView;
import io.telamon.northbound.api.EdgeView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts together what the controller was told and what brokers of this container see. A broker that
 * is in both is one line, and so is a computer.
 */
final class Picture {
    private final List<EdgeRouterView> announced;
    private final List<EdgeComputerView> computers;
    private final List<EdgeBrokerView> here;
    private final Map<String, List<EdgeRouteView>> byDestination;

    Picture(
            List<EdgeRouterView> announced,
            List<EdgeComputerView> computers,
            List<EdgeBrokerView> here) {
        this.announced = announced;
        this.computers = computers;
        this.here = here;
        Set<String> brokers =
                Stream.concat(
                                announced.stream().map(EdgeRouterView::endpoint),
                                here.stream().map(EdgeBrokerView::endpoint))
                        .collect(Collectors.toSet());
        this.byDestination =
                here.stream()
                        .flatMap(broker -> broker.routes().stream())
                        .filter(route -> !brokers.contains(route.destination()))
                        .collect(
                                groupingBy(
                                        EdgeRouteView::destination,
                                        TreeMap::new,
                                        Collectors.toList()));
    }

    EdgeView draw() {
        List<EdgeView.Computer> all = all();
        return new EdgeView(brokers(), all, functions(all), routes());
    }

    private List<EdgeView.Broker> brokers() {
        Map<String, EdgeView.Broker> all = new TreeMap<>();
        for (EdgeRouterView router : announced) {
            all.put(
                    router.endpoint(),
                    new EdgeView.Broker(
                            router.endpoint(),
                            "broker",
                            "",
                            EdgeView.Table.valueOf(router.state().name()),
                            router.trouble(),
                            router.routes(),
                            0));
        }
        for (EdgeBrokerView broker : here) {
            Optional<EdgeView.Broker> told = Optional.ofNullable(all.get(broker.endpoint()));
            all.put(
                    broker.endpoint(),
                    new EdgeView.Broker(
                            broker.endpoint(),
                            broker.kind(),
                            broker.policy(),
                            told.map(EdgeView.Broker::table).orElse(EdgeView.Table.OWN),
                            told.map(EdgeView.Broker::trouble).orElse(""),
                            broker.routes().size(),
                            broker.homeless()));
        }
        return List.copyOf(all.values());
    }

    private List<EdgeView.Computer> all() {
        Map<String, EdgeView.Computer> all = new TreeMap<>();
        for (EdgeComputerView computer : computers) {
            all.put(computer.endpoint(), announced(computer));
        }
        byDestination.forEach(
                (endpoint, routes) ->
                        all.computeIfAbsent(endpoint, unknown -> unannounced(unknown, routes)));
        return List.copyOf(all.values());
    }

    private EdgeView.Computer announced(EdgeComputerView computer) {
        List<EdgeRouteView> routes = byDestination.getOrDefault(computer.endpoint(), List.of());
        return new EdgeView.Computer(
                computer.endpoint(),
                computer.lambdas(),
                computer.present() ? EdgeView.Presence.PRESENT : EdgeView.Presence.AWAY,
                computer.home().orElse(""),
                load(routes),
                routes.stream().mapToInt(EdgeRouteView::underWay).sum(),
                routes.stream().mapToLong(EdgeRouteView::answered).sum(),
                routes.stream().mapToLong(EdgeRouteView::failed).sum(),
                Optional.of(computer.since()),
                computer.leaseUntil());
    }

    private static EdgeView.Computer unannounced(String endpoint, List<EdgeRouteView> routes) {
        return new EdgeView.Computer(
                endpoint,
                List.copyOf(
                        routes.stream()
                                .map(EdgeRouteView::function)
                                .collect(Collectors.toCollection(TreeSet::new))),
                EdgeView.Presence.UNANNOUNCED,
                "",
                load(routes),
                routes.stream().mapToInt(EdgeRouteView::underWay).sum(),
                routes.stream().mapToLong(EdgeRouteView::answered).sum(),
                routes.stream().mapToLong(EdgeRouteView::failed).sum(),
                Optional.empty(),
                Optional.empty());
    }

    private static int load(List<EdgeRouteView> routes) {
        return routes.stream().mapToInt(EdgeRouteView::load).max().orElse(-1);
    }

    private List<EdgeView.Function> functions(List<EdgeView.Computer> all) {
        Map<String, Integer> runners = new TreeMap<>();
        for (EdgeView.Computer computer : all) {
            boolean callable = computer.presence() != EdgeView.Presence.AWAY;
            computer.functions()
                    .forEach(name -> runners.merge(name, callable ? 1 : 0, Integer::sum));
        }
        Map<String, List<EdgeFunctionView>> told =
                here.stream()
                        .flatMap(broker -> broker.functions().stream())
                        .collect(groupingBy(EdgeFunctionView::name));
        told.keySet().forEach(name -> runners.putIfAbsent(name, 0));
        List<EdgeView.Function> functions = new ArrayList<>();
        runners.forEach(
                (name, count) ->
                        functions.add(function(name, count, told.getOrDefault(name, List.of()))));
        return functions;
    }

    private static EdgeView.Function function(
            String name, int computers, List<EdgeFunctionView> told) {
        return new EdgeView.Function(
                name,
                computers,
                told.stream().mapToLong(EdgeFunctionView::answered).sum(),
                told.stream().mapToLong(EdgeFunctionView::failed).sum(),
                told.stream().mapToLong(view -> view.latency().count()).sum(),
                told.stream().mapToDouble(view -> view.latency().p50()).max().orElse(0),
                told.stream().mapToDouble(view -> view.latency().p95()).max().orElse(0),
                told.stream().mapToDouble(view -> view.latency().p99()).max().orElse(0));
    }

    private List<EdgeView.Route> routes() {
        List<EdgeView.Route> all = new ArrayList<>();
        for (EdgeBrokerView broker : here) {
            Map<String, Long> executed =
                    broker.routes().stream()
                            .collect(
                                    groupingBy(
                                            EdgeRouteView::function,
                                            Collectors.summingLong(EdgeRouteView::answered)));
            broker.routes().forEach(route -> all.add(route(broker, route, executed)));
        }
        all.sort(Comparator.comparing(EdgeView.Route::broker));
        return all;
    }

    private static EdgeView.Route route(
            EdgeBrokerView broker, EdgeRouteView route, Map<String, Long> executed) {
        long all = executed.get(route.function());
        return new EdgeView.Route(
                broker.endpoint(),
                route.function(),
                route.destination(),
                route.weight(),
                all == 0 ? 0 : (double) route.answered() / all,
                route.up(),
                route.underWay(),
                route.answered(),
                route.failed());
    }
}
