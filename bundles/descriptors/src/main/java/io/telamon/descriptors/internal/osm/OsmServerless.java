/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.osm;

import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.descriptors.internal.tree.TextDocuments;
import io.telamon.model.descriptor.FunctionStart;
import io.telamon.model.descriptor.ServerlessFunction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Recognises a VDU that is an action of a serverless platform: its image is the path {@code
 * /namespace/package/action}, its cloud-init may be a JSON text that says when it starts.
 */
final class OsmServerless {
    private static final Pattern ACTION = Pattern.compile("/([^/\\s]+)/([^/\\s]+)/([^/\\s.]+)");

    private OsmServerless() {}

    static Optional<ServerlessFunction> function(String image, MapNode vdu, Draft draft) {
        var path = ACTION.matcher(image);
        if (!path.matches()) {
            return Optional.empty();
        }
        vdu.info(
                "SERVERLESS",
                "The VDU is the action %s of a serverless platform".formatted(image),
                "Its vm-flavor has no effect");
        return Optional.of(
                new ServerlessFunction(
                        path.group(1), path.group(2), path.group(3), start(vdu, draft)));
    }

    private static FunctionStart start(MapNode vdu, Draft draft) {
        String text = vdu.textOr("cloud-init", "").strip();
        if (!text.startsWith("{")) {
            return FunctionStart.IMMEDIATE;
        }
        String file = vdu.place().file();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var mark = TextDocuments.read(file, bytes, draft.findings()).flatMap(n -> n.asMap("mark"));
        if (mark.flatMap(m -> m.flag("bootstrap")).orElse(false)) {
            return FunctionStart.BOOTSTRAP;
        }
        boolean now = mark.flatMap(m -> m.flag("start")).orElse(true);
        return now ? FunctionStart.IMMEDIATE : FunctionStart.ON_EVENT;
    }
}
