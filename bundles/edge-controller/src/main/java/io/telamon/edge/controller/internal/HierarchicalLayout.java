/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.controller.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two tiers: each computer has a home router, for which it is a final destination; all other
 * routers send to the home router. The home is where the ways are shortest; between routers at one
 * address the seed decides, for each computer anew, and stays with it.
 */
final class HierarchicalLayout implements Layout {
    private static final Logger LOG = LoggerFactory.getLogger(HierarchicalLayout.class);

    private final Topology topology;
    private final Objective objective;
    private final long seed;
    private final Set<String> strangers = ConcurrentHashMap.newKeySet();

    HierarchicalLayout(Topology topology, Objective objective, long seed) {
        this.topology = topology;
        this.objective = objective;
        this.seed = seed;
    }

    @Override
    public Plan plan(Collection<Computer> computers, Collection<Router> routers, Set<String> away) {
        Map<String, SortedMap<Route, Boolean>> tables = new HashMap<>();
        routers.forEach(router -> tables.put(router.endpoint(), new TreeMap<>()));
        Map<String, String> homes = homes(computers, candidates(routers, away));
        Map<String, Set<String>> served = new HashMap<>();
        for (Computer computer : computers) {
            String home = homes.get(computer.endpoint());
            if (home != null) {
                SortedMap<Route, Boolean> table = tables.get(home);
                for (String lambda : computer.lambdas()) {
                    table.put(new Route(lambda, computer.endpoint()), true);
                    served.computeIfAbsent(home, any -> new TreeSet<>()).add(lambda);
                }
            }
        }
        tables.forEach((router, table) -> addOthers(router, table, served));
        return new Plan(tables, homes);
    }

    private static void addOthers(
            String router, SortedMap<Route, Boolean> table, Map<String, Set<String>> served) {
        served.forEach(
                (home, lambdas) -> {
                    if (!home.equals(router)) {
                        lambdas.forEach(lambda -> table.put(new Route(lambda, home), false));
                    }
                });
    }

    private static List<String> candidates(Collection<Router> routers, Set<String> away) {
        List<String> all = routers.stream().map(Router::endpoint).sorted().toList();
        List<String> here = all.stream().filter(router -> !away.contains(router)).toList();
        return here.isEmpty() ? all : here;
    }

    private Map<String, String> homes(Collection<Computer> computers, List<String> routers) {
        Map<String, Reach> reaches = new HashMap<>();
        List<String> addresses = routers.stream().map(HierarchicalLayout::address).toList();
        routers.forEach(router -> reaches.put(router, reach(address(router), addresses)));
        Map<String, String> homes = new HashMap<>();
        for (Computer computer : computers) {
            warnOnce(address(computer.endpoint()));
            String home = home(computer.endpoint(), routers, reaches);
            if (home != null) {
                homes.put(computer.endpoint(), home);
            }
        }
        return homes;
    }

    private String home(String computer, List<String> routers, Map<String, Reach> reaches) {
        double best = Double.POSITIVE_INFINITY;
        List<String> ties = new ArrayList<>();
        for (String router : routers) {
            double last = topology.distance(address(router), address(computer));
            Reach reach = reaches.get(router);
            double cost =
                    objective.cost(
                            last + reach.longest,
                            routers.size() * last + reach.sum,
                            routers.size());
            if (cost < best) {
                best = cost;
                ties.clear();
            }
            if (cost == best) {
                ties.add(router);
            }
        }
        String winner = null;
        for (String router : ties) {
            if (winner == null || draw(computer, router) > draw(computer, winner)) {
                winner = router;
            }
        }
        return winner;
    }

    /** A number that is the same for this seed and pair whoever else is there. */
    private long draw(String computer, String router) {
        long mixed = seed ^ (0x9E3779B97F4A7C15L * (31L * computer.hashCode() + router.hashCode()));
        return new SplittableRandom(mixed).nextLong();
    }

    private Reach reach(String router, List<String> addresses) {
        warnOnce(router);
        double longest = 0;
        double sum = 0;
        for (String from : addresses) {
            double distance = topology.distance(from, router);
            longest = Math.max(longest, distance);
            sum += distance;
        }
        return new Reach(longest, sum);
    }

    private void warnOnce(String address) {
        if (!topology.knows(address) && strangers.add(address)) {
            LOG.warn("{} is not in the topology; it counts as farthest from all", address);
        }
    }

    static String address(String endpoint) {
        int colon = endpoint.lastIndexOf(':');
        return colon < 0 ? endpoint : endpoint.substring(0, colon);
    }

    /** The ways from all routers to one of them. */
    private record Reach(double longest, double sum) {}
}
