/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.janitor;

import io.telamon.model.event.Event;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ResourceState;
import io.telamon.vim.spi.Observation;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one look at a lane says of the things recorded there: new states with an event each, and
 * facts that changed by themselves, such as addresses and counters, without one.
 */
final class Drift {
    private final Clock clock;
    private final List<Resource> changed = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    Drift(Clock clock) {
        this.clock = clock;
    }

    /** Recorded and no longer there. */
    void missing(Resource resource) {
        changed.add(resource.withState(ResourceState.MISSING));
        events.add(event(resource, "ResourceMissing", ""));
        words.add(resource.key() + " is recorded but not there");
    }

    /** There; the cloud's word on its state and facts counts. */
    void seen(Resource resource, Observation thing) {
        boolean settled =
                thing.state() == ResourceState.ERROR || thing.state() == ResourceState.ACTIVE;
        Resource now =
                resource.observed(
                        settled ? thing.state() : resource.state(),
                        resource.handle(),
                        thing.attributes());
        if (!now.equals(resource)) {
            changed.add(now);
        }
        if (now.state() == resource.state()) {
            return;
        }
        if (now.state() == ResourceState.ERROR) {
            events.add(event(resource, "ResourceBroken", thing.fault()));
            String why = thing.fault().isEmpty() ? "" : ": " + thing.fault();
            words.add(resource.key() + " is broken" + why);
        } else {
            events.add(event(resource, "ResourceRecovered", ""));
        }
    }

    /** Records to save. */
    List<Resource> changed() {
        return changed;
    }

    /** What to tell in the journal. */
    List<Event> events() {
        return events;
    }

    /** The same for people. */
    List<String> words() {
        return words;
    }

    private Event event(Resource resource, String type, String fault) {
        Instant now = clock.instant();
        Map<String, String> data = new HashMap<>();
        data.put("instance", resource.owner().instance().value());
        data.put("key", resource.key());
        data.put("name", resource.spec().name());
        if (!fault.isEmpty()) {
            data.put("fault", fault);
        }
        return new Event(
                resource.owner().tenant(),
                new Event.Subject("resource", resource.id().value(), now.toEpochMilli()),
                type,
                "janitor",
                now,
                data);
    }
}
