/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.resource;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A chain of functions that classified traffic passes in order (a rendered forwarding path).
 *
 * @param name name on the controller
 * @param hops ports to pass, in order; the hops of one position share the load
 * @param classifiers which traffic enters the chain, and at which port
 * @param symmetric true when the way back passes the same functions
 */
public record ChainSpec(
        String name, List<Hop> hops, List<Classifier> classifiers, boolean symmetric)
        implements ResourceSpec {
    /** Copies the lists. */
    public ChainSpec {
        hops = List.copyOf(hops);
        classifiers = List.copyOf(classifiers);
    }

    /**
     * One function on the way.
     *
     * @param position order in the chain from 0; equal positions are alternatives
     * @param ingress port id or reference
     * @param egress port id or reference; may equal {@code ingress}
     */
    public record Hop(int position, Value ingress, Value egress) {}

    /**
     * One rule that lets traffic into the chain.
     *
     * @param name name of the rule
     * @param source port where the traffic comes from, or {@code Value.of("")} for any
     * @param match fields to match, for instance {@code ip-proto=6}, {@code destination-port=80},
     *     {@code destination-prefix=10.0.0.2/32}
     */
    public record Classifier(String name, Value source, Map<String, String> match) {
        /** Copies the map in a stable order. */
        public Classifier {
            match = Collections.unmodifiableMap(new TreeMap<>(match));
        }
    }

    @Override
    public boolean becomes(ResourceSpec next) {
        return next instanceof ChainSpec;
    }

    /**
     * The chain that is left when these resources go: without the functions on them, its positions
     * counted anew; empty when no function stays or a rule takes traffic from one that goes.
     */
    public Optional<ChainSpec> without(Predicate<String> gone) {
        Predicate<Value> goes = value -> value.isReference() && gone.test(value.resource());
        List<Hop> left =
                hops.stream()
                        .filter(hop -> !goes.test(hop.ingress()) && !goes.test(hop.egress()))
                        .toList();
        if (left.isEmpty() || classifiers.stream().map(Classifier::source).anyMatch(goes)) {
            return Optional.empty();
        }
        List<Integer> positions = left.stream().map(Hop::position).distinct().sorted().toList();
        List<Hop> counted =
                left.stream()
                        .map(
                                hop ->
                                        new Hop(
                                                positions.indexOf(hop.position()),
                                                hop.ingress(),
                                                hop.egress()))
                        .toList();
        return Optional.of(new ChainSpec(name, counted, classifiers, symmetric));
    }

    @Override
    public String kind() {
        return "chain";
    }

    @Override
    public ChainSpec resolve(UnaryOperator<Value> resolver) {
        return new ChainSpec(
                name,
                hops.stream()
                        .map(
                                hop ->
                                        new Hop(
                                                hop.position(),
                                                resolver.apply(hop.ingress()),
                                                resolver.apply(hop.egress())))
                        .toList(),
                classifiers.stream()
                        .map(
                                rule ->
                                        new Classifier(
                                                rule.name(),
                                                resolver.apply(rule.source()),
                                                rule.match()))
                        .toList(),
                symmetric);
    }

    @Override
    public List<Value> references() {
        return Stream.concat(
                        hops.stream().flatMap(hop -> Stream.of(hop.ingress(), hop.egress())),
                        classifiers.stream().map(Classifier::source))
                .filter(Value::isReference)
                .toList();
    }
}
