/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.osm;

import io.telamon.descriptors.internal.archive.PackageFile;
import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.DayZero;
import java.util.Map;
import java.util.TreeMap;

/** Reads day-0 data of a VDU, which both of OSM's forms write alike. */
public final class OsmDayZero {
    private static final String[] FOLDERS = {"cloud_init", "cloud-init", ""};

    private OsmDayZero() {}

    /** Reads cloud-init given as text or as a file of the package, and the configuration drive. */
    public static DayZero read(MapNode vdu, Draft draft) {
        var text = vdu.text("cloud-init");
        var name = vdu.text("cloud-init-file");
        var file =
                name.flatMap(n -> draft.file(vdu.get("cloud-init-file").orElseThrow(), n, FOLDERS));
        var boot = vdu.map("supplemental-boot-data");
        boolean drive = boot.flatMap(b -> b.flag("boot-data-drive")).orElse(false);
        var parameters = new TreeMap<String, String>();
        boot.ifPresent(b -> metadata(b, parameters));
        return new DayZero(
                text.or(() -> file.flatMap(Draft::text)),
                file.map(PackageFile::path).or(() -> name),
                drive,
                parameters);
    }

    private static void metadata(MapNode boot, Map<String, String> into) {
        for (MapNode item : boot.maps("custom-meta-data")) {
            into.put(item.required("name"), item.textOr("value", ""));
            item.known("data-type", "destination");
        }
        for (MapNode file : boot.maps("config-file")) {
            into.put("file:" + file.required("dest"), file.required("source"));
        }
    }
}
