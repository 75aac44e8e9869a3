/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal.world;

import com.fasterxml.jackson.databind.JsonNode;
import io.telamon.simkit.Refusal;
import java.util.Map;

/** What can be changed in place, and how; changes nothing itself. Guarded by its world. */
final class Changes {
    private final Estate estate;

    Changes(Estate estate) {
        this.estate = estate;
    }

    /**
     * The thing as it would be.
     *
     * @throws Refusal 501 when it would have to be replaced
     */
    Thing update(Thing thing, Draft to) {
        return switch (thing.kind()) {
            case NETWORK -> network(thing, to);
            case SERVER -> server(thing, to);
            case ROUTER -> thing.with(to, estate.outside().joins(to));
            case FLOATING -> thing.with(to, estate.outside().leads(to));
            case VOLUME -> volume(thing, to);
            case STACK -> thing.with(to, Maker.stack(to, thing.born().number()));
            case SECURITY -> thing.with(to, Map.of("rules", to.text("rules")));
            default -> throw replace(thing);
        };
    }

    private static Thing network(Thing thing, Draft to) {
        String cidr = to.text("cidr");
        boolean sameRange = cidr.isEmpty() || cidr.equals(thing.attributes().get("cidr"));
        boolean samePlace = to.text("segmentation").equals(thing.draft().text("segmentation"));
        if (!sameRange || !samePlace) {
            throw replace(thing);
        }
        return thing.with(to, Map.of());
    }

    private static Thing volume(Thing thing, Draft to) {
        boolean smaller = to.number("size-gb") < thing.draft().number("size-gb");
        if (smaller || !to.text("image").equals(thing.draft().text("image"))) {
            throw replace(thing);
        }
        return thing.with(to, Map.of("size-gb", to.text("size-gb")));
    }

    private Thing server(Thing thing, Draft to) {
        boolean sameCards = to.cards().equals(thing.draft().cards());
        boolean sameDisks = to.text("volumes").equals(thing.draft().text("volumes"));
        boolean sameImage = to.text("image").equals(thing.draft().text("image"));
        boolean sameData = to.text("user-data").equals(thing.draft().text("user-data"));
        if (!sameCards || !sameDisks || !sameImage || !sameData) {
            throw replace(thing);
        }
        Thing flavor = estate.referred(Kind.FLAVOR, to.text("flavor"));
        return thing.with(
                to,
                Map.of(
                        "flavor", flavor.id(),
                        "vcpus", flavor.attributes().get("vcpus"),
                        "memory-mb", flavor.attributes().get("memory-mb")));
    }

    private static Refusal replace(Thing thing) {
        return new Refusal(
                501,
                "unsupported",
                "The %s %s cannot be changed like that in place",
                thing.kind().path(),
                thing.id());
    }

    /**
     * The thing after an action.
     *
     * @param ready when a rebuild would end
     * @throws Refusal 501 for an action that is not known, 409 when the state does not allow it
     */
    Thing act(Thing thing, String action, JsonNode arguments, long ready) {
        if (thing.kind() != Kind.SERVER) {
            throw new Refusal(501, "unsupported", "A %s does not act", thing.kind().path());
        }
        if (thing.leaving()) {
            throw new Refusal(409, "wrong-state", "The server %s is being deleted", thing.id());
        }
        return switch (action) {
            case "start" -> power(thing, "on");
            case "stop" -> power(thing, "off");
            case "rebuild" -> rebuild(thing, arguments.path("image").asText(""), ready);
            default -> throw new Refusal(501, "unsupported", "There is no action %s", action);
        };
    }

    private static Thing power(Thing thing, String power) {
        if (!thing.fault().isEmpty()) {
            throw new Refusal(409, "wrong-state", "The server %s is in ERROR", thing.id());
        }
        return thing.with(thing.draft(), Map.of("power", power));
    }

    private static Thing rebuild(Thing thing, String image, long ready) {
        Draft draft = image.isEmpty() ? thing.draft() : thing.draft().with("image", image);
        return thing.rebuilt(draft, ready)
                .with(draft, Map.of("power", "on", "image", draft.text("image")));
    }
}
