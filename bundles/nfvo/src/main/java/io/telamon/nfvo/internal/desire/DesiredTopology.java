/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.desire;

import io.telamon.nfvo.internal.plan.Desired;
import io.telamon.nfvo.internal.plan.Refusal;
import java.util.List;
import java.util.function.Supplier;

/**
 * Turns a service as decided into the things that should be on the clouds: networks, images,
 * flavors, placement and security groups, servers, routers, floating addresses, chains, in an order
 * in which each refers only to earlier ones. Pure.
 *
 * @param things what should be
 * @param refusals what stands in the way; when not empty, things are incomplete
 * @param spans links over several clouds
 */
public record DesiredTopology(List<Desired> things, List<Refusal> refusals, List<Span> spans) {
    /**
     * Computes it.
     *
     * @param joins what could join clouds; asked only when a link spans them
     */
    public static DesiredTopology of(ServicePicture service, Clouds clouds, Supplier<Joins> joins) {
        Desires desires = new Desires();
        Spans spans = new Spans(service, clouds, joins);
        Links links = new Links(service, clouds, desires, spans);
        links.add();
        Machines machines = new Machines(service, clouds, desires, links);
        service.topology().vnfs().forEach(machines::add);
        new FloatingAddresses(service, clouds, desires, links).add();
        new Chains(service, clouds, desires).add();
        return new DesiredTopology(desires.wishes(), desires.refusals(), spans.chosen());
    }
}
