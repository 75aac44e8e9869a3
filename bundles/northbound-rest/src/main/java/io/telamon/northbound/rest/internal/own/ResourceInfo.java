/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.own;

import io.telamon.model.resource.Resource;
import io.telamon.northbound.api.ResourceView;
import java.util.Map;

/**
 * One thing on a cloud or controller that belongs to a service.
 *
 * @param id our id
 * @param key unique within the service
 * @param kind kind of thing
 * @param name name on the cloud
 * @param account account it lives on
 * @param state where it stands
 * @param handle the cloud's id
 * @param attributes what the cloud said
 * @param adopted true when it was there before us
 */
public record ResourceInfo(
        String id,
        String key,
        String kind,
        String name,
        String account,
        String state,
        String handle,
        Map<String, String> attributes,
        boolean adopted) {
    static ResourceInfo of(ResourceView view) {
        Resource one = view.resource();
        return new ResourceInfo(
                one.id().value(),
                one.key(),
                one.spec().kind(),
                one.spec().name(),
                view.account(),
                one.state().name(),
                one.handle(),
                one.attributes(),
                one.adopted());
    }
}
