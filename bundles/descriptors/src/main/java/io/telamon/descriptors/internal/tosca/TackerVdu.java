/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tosca;

import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.read.Values;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.ComputeSpec;
import io.telamon.model.descriptor.DayZero;
import io.telamon.model.descriptor.Vdu;
import io.telamon.model.descriptor.VduBuilder;
import io.telamon.model.descriptor.VduImage;
import io.telamon.model.descriptor.VduPlacement;
import io.telamon.model.descriptor.VolumeKind;
import io.telamon.model.descriptor.VolumeSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a {@code VDU.Tacker} with its compute capability, image and user data. */
final class TackerVdu {
    private final Template template;
    private final Map<String, Template> templates;
    private final Draft draft;
    private final Optional<MapNode> properties;

    TackerVdu(Template template, Map<String, Template> templates, Draft draft) {
        this.template = template;
        this.templates = templates;
        this.draft = draft;
        this.properties = template.properties();
    }

    VduBuilder read() {
        properties.ifPresent(p -> p.known("mgmt_driver", "user_data_format", "key_name"));
        var builder =
                Vdu.builder(template.name(), compute())
                        .name(text("name").orElse(""))
                        .day0(dayZero())
                        .volumes(volumes())
                        .placement(new VduPlacement(List.of(), text("availability_zone")))
                        .labels(
                                properties
                                        .flatMap(p -> p.map("metadata"))
                                        .map(MapNode::textEntries)
                                        .orElse(Map.of()));
        image().ifPresent(builder::image);
        return builder;
    }

    private Optional<String> text(String key) {
        return properties.flatMap(p -> p.text(key));
    }

    private ComputeSpec compute() {
        var size =
                template.node()
                        .map("capabilities")
                        .flatMap(c -> c.map("nfv_compute"))
                        .flatMap(c -> c.map("properties"));
        var extras = new TreeMap<String, String>();
        size.ifPresent(
                s ->
                        Values.flat(s)
                                .forEach(
                                        (key, value) -> {
                                            if (!key.matches("num_cpus|mem_size|disk_size")) {
                                                extras.put(key, value);
                                            }
                                        }));
        var flavour = text("flavor");
        int otherwise = flavour.isPresent() ? 0 : 1;
        return new ComputeSpec(
                size.flatMap(s -> s.count("num_cpus")).orElse(otherwise),
                size.map(s -> Sizes.megabytes(s, "mem_size", "MB", 512)).orElse(512L * otherwise),
                size.map(s -> Sizes.gigabytes(s, "disk_size", 0)).orElse(0L),
                extras,
                flavour);
    }

    private Optional<VduImage> image() {
        var artifact =
                template
                        .node()
                        .map("artifacts")
                        .map(MapNode::mapEntries)
                        .orElse(Map.of())
                        .values()
                        .stream()
                        .findFirst();
        artifact.ifPresent(a -> a.known("type", "repository"));
        return text("image")
                .or(() -> artifact.flatMap(a -> a.text("file")))
                .map(
                        name ->
                                new VduImage(
                                        name,
                                        draft.optionalFile(name, "").map(f -> f.path()),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of()));
    }

    private DayZero dayZero() {
        var parameters = new LinkedHashMap<String, String>();
        text("config").ifPresent(config -> parameters.put("config", config));
        boolean drive = properties.flatMap(p -> p.flag("config_drive")).orElse(false);
        return new DayZero(text("user_data"), Optional.empty(), drive, parameters);
    }

    private List<VolumeSpec> volumes() {
        var result = new ArrayList<VolumeSpec>();
        for (String name : template.requirements().targets("local_storage", "virtual_storage")) {
            var storage = Optional.ofNullable(templates.get(name)).flatMap(Template::properties);
            storage.ifPresent(
                    s ->
                            result.add(
                                    new VolumeSpec(
                                            name,
                                            Sizes.gigabytes(s, "size", 1),
                                            VolumeKind.PERSISTENT,
                                            s.text("image"))));
        }
        return result;
    }
}
