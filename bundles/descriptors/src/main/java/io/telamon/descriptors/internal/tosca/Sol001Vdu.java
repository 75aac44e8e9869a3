/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tosca;

import io.telamon.descriptors.internal.archive.PackageFile;
import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.read.Values;
import io.telamon.descriptors.internal.tree.DocNode;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.ComputeSpec;
import io.telamon.model.descriptor.DayZero;
import io.telamon.model.descriptor.InstanceRange;
import io.telamon.model.descriptor.Vdu;
import io.telamon.model.descriptor.VduImage;
import io.telamon.model.descriptor.VduInterface;
import io.telamon.model.descriptor.VolumeKind;
import io.telamon.model.descriptor.VolumeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a {@code Vdu.Compute} with its storage, image and boot data. */
final class Sol001Vdu {
    private final Template template;
    private final Topology topology;
    private final Draft draft;
    private final Optional<MapNode> properties;

    Sol001Vdu(Template template, Topology topology, Draft draft) {
        this.template = template;
        this.topology = topology;
        this.draft = draft;
        this.properties = template.properties();
    }

    Vdu read(List<VduInterface> interfaces) {
        draft.anchor("vdu|" + template.name(), template.node());
        properties.ifPresent(p -> p.known("description", "boot_order", "nfvi_constraints"));
        var builder =
                Vdu.builder(template.name(), compute())
                        .name(properties.flatMap(p -> p.text("name")).orElse(""))
                        .volumes(volumes())
                        .day0(dayZero())
                        .count(count())
                        .interfaces(interfaces);
        image().ifPresent(builder::image);
        return builder.build();
    }

    private InstanceRange count() {
        var profile = properties.flatMap(p -> p.map("vdu_profile"));
        int min = profile.flatMap(p -> p.count("min_number_of_instances")).orElse(1);
        int max = profile.flatMap(p -> p.count("max_number_of_instances")).orElse(Math.max(1, min));
        profile.ifPresent(p -> p.known("nfvi_maintenance_info"));
        return Values.range(profile.orElse(template.node()), min, min, max);
    }

    private ComputeSpec compute() {
        var capability =
                template.node()
                        .map("capabilities")
                        .flatMap(c -> c.map("virtual_compute"))
                        .flatMap(c -> c.map("properties"));
        var memory = capability.flatMap(c -> c.map("virtual_memory"));
        var cpu = capability.flatMap(c -> c.map("virtual_cpu"));
        var extras = new TreeMap<String, String>();
        memory.ifPresent(m -> extras(m, "virtual_memory.", "virtual_mem_size", extras));
        cpu.ifPresent(c -> extras(c, "virtual_cpu.", "num_virtual_cpu", extras));
        for (String key : List.of("logical_node", "requested_additional_capabilities")) {
            capability.flatMap(c -> c.map(key)).ifPresent(n -> extras(n, key + ".", "", extras));
        }
        long disk = 0;
        var disks = capability.map(c -> c.maps("virtual_local_storage")).orElse(List.of());
        for (MapNode local : disks) {
            disk += Sizes.gigabytes(local, "size_of_storage", 0);
            local.known("type_of_storage", "vdu_storage_requirements");
        }
        return new ComputeSpec(
                cpu.flatMap(c -> c.count("num_virtual_cpu")).orElse(1),
                memory.map(m -> Sizes.megabytes(m, "virtual_mem_size", "MB", 512)).orElse(512L),
                disk,
                extras,
                Optional.empty());
    }

    private static void extras(MapNode node, String prefix, String own, Map<String, String> into) {
        Values.flat(node)
                .forEach(
                        (key, value) -> {
                            if (!key.equals(own)) {
                                into.put(prefix + key, value);
                            }
                        });
    }

    private List<VolumeSpec> volumes() {
        var result = new ArrayList<VolumeSpec>();
        for (var requirement : template.requirements().all()) {
            if (requirement.name().equals("virtual_storage")) {
                var storage = topology.template(requirement.target());
                if (storage.isEmpty()) {
                    var text = "There is no node template %s".formatted(requirement.target());
                    requirement.at().error("REFERENCE_DANGLING", text, "Add the storage");
                }
                storage.map(this::volume).ifPresent(result::add);
            }
        }
        return result;
    }

    private VolumeSpec volume(Template storage) {
        var data =
                storage.properties()
                        .flatMap(
                                p ->
                                        p.map("virtual_block_storage_data")
                                                .or(() -> p.map("virtual_file_storage_data"))
                                                .or(() -> p.map("virtual_object_storage_data")));
        data.ifPresent(d -> d.known("vdu_storage_requirements", "rdma_enabled"));
        var image = Sol001Images.read(storage, draft).map(VduImage::name);
        return new VolumeSpec(
                storage.name(),
                data.map(d -> Sizes.gigabytes(d, "size_of_storage", 1)).orElse(1L),
                VolumeKind.PERSISTENT,
                image);
    }

    /** A VDU without an image boots from the first storage that has one. */
    private Optional<VduImage> image() {
        return Sol001Images.read(template, draft)
                .or(
                        () ->
                                template.requirements().targets("virtual_storage").stream()
                                        .flatMap(name -> topology.template(name).stream())
                                        .flatMap(disk -> Sol001Images.read(disk, draft).stream())
                                        .findFirst());
    }

    /** {@code boot_data} is a text, the path of a file in the package, or a map around either. */
    private DayZero dayZero() {
        var node = properties.flatMap(p -> p.get("boot_data"));
        if (node.filter(MapNode.class::isInstance).isPresent()) {
            var data = node.get().asMap("boot_data").orElseThrow();
            var inner = data.map("content_or_file_data").orElse(data);
            inner.known("destination_path");
            var vim = data.map("vim_specific_properties");
            vim.ifPresent(MapNode::readAll);
            var source = inner.text("source_path");
            return source.isPresent()
                    ? fromFile(inner.get("source_path").orElseThrow(), source.get())
                    : new DayZero(inner.text("content"), Optional.empty(), false, Map.of());
        }
        var text = properties.flatMap(p -> p.text("boot_data"));
        boolean path = text.filter(t -> t.length() < 256 && !t.contains("\n")).isPresent();
        var file = text.filter(t -> path).flatMap(t -> file(node.orElseThrow(), t));
        return file.isPresent()
                ? fromFile(node.orElseThrow(), text.orElseThrow())
                : new DayZero(text, Optional.empty(), false, Map.of());
    }

    /** A path is relative to the file that names it, though many write it relative to the top. */
    private Optional<PackageFile> file(DocNode at, String path) {
        return draft.optionalFile(Paths.resolve(at.place().file(), path), "")
                .or(() -> draft.optionalFile(path, ""));
    }

    private DayZero fromFile(DocNode at, String path) {
        var file = file(at, path).or(() -> draft.file(at, path, ""));
        return new DayZero(
                file.flatMap(Draft::text),
                file.map(PackageFile::path).or(() -> Optional.of(path)),
                false,
                Map.of());
    }
}
