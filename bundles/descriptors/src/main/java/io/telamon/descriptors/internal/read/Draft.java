/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.read;

import io.telamon.catalog.api.PackageKind;
import io.telamon.descriptors.internal.archive.PackageFile;
import io.telamon.descriptors.internal.archive.PackageFiles;
import io.telamon.descriptors.internal.tree.DocNode;
import io.telamon.descriptors.internal.tree.Findings;
import io.telamon.model.descriptor.FindingPlace;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.PnfDescriptor;
import io.telamon.model.descriptor.VnfDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What has been read of one package so far. Remembers where each object stands in the files, so
 * that checks on the finished model can still point at a line. One thread only.
 */
public final class Draft {
    private static final int LONGEST_SHOWN = 120;

    private final PackageFiles files;
    private final Findings findings;
    private final Map<String, FindingPlace> places = new HashMap<>();
    private final List<DocNode> documents = new ArrayList<>();
    private final List<NsDescriptor> services = new ArrayList<>();
    private final List<VnfDescriptor> functions = new ArrayList<>();
    private final List<PnfDescriptor> physical = new ArrayList<>();
    private Optional<PackageKind> kind = Optional.empty();
    private String scope = "";

    /** Creates an empty draft. */
    public Draft(PackageFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    /** Returns the files of the package. */
    public PackageFiles files() {
        return files;
    }

    /** Returns where problems go. */
    public Findings findings() {
        return findings;
    }

    /** Notes that a document is part of the descriptor, so its fields are counted. */
    public void document(DocNode document) {
        documents.add(document);
    }

    /** Returns the documents whose fields are counted. */
    public List<DocNode> documents() {
        return List.copyOf(documents);
    }

    /**
     * Says which VNF the following objects belong to, for files that hold several.
     *
     * @param id id of the VNF; the empty text ends the scope
     */
    public void scope(String id) {
        scope = id;
    }

    /** Tells whether objects were remembered in the scope of a VNF. */
    public boolean scoped(String id) {
        return places.containsKey(id + "|vnf");
    }

    /** Remembers where an object stands; the last place given for a key counts. */
    public void anchor(String key, DocNode node) {
        places.put(scope + "|" + key, node.place());
    }

    /** Returns where an object stands, else where the one around it stands, else the file. */
    public FindingPlace place(String key) {
        String at = scope + "|" + key;
        while (!at.isEmpty()) {
            FindingPlace found = places.get(at);
            if (found != null) {
                return found;
            }
            at = at.substring(0, Math.max(0, at.lastIndexOf('|')));
        }
        return documents.isEmpty() ? FindingPlace.ofFile("") : documents.get(0).place();
    }

    /** Adds a service. */
    public void service(NsDescriptor service) {
        services.add(service);
        kind = kind.isPresent() ? kind : Optional.of(PackageKind.NS);
    }

    /** Adds a VNF. */
    public void function(VnfDescriptor function) {
        functions.add(function);
    }

    /** Replaces each VNF by what a change makes of it. */
    public void change(UnaryOperator<VnfDescriptor> change) {
        functions.replaceAll(change);
    }

    /** Adds a physical function. */
    public void physical(PnfDescriptor function) {
        physical.add(function);
    }

    /** Says what the package is, when it is not what its descriptors suggest. */
    public void kind(PackageKind wanted) {
        kind = Optional.of(wanted);
    }

    /** Returns what the package is. */
    public Optional<PackageKind> kind() {
        if (kind.isPresent()) {
            return kind;
        }
        if (!functions.isEmpty()) {
            return Optional.of(PackageKind.VNF);
        }
        return physical.isEmpty() ? Optional.empty() : Optional.of(PackageKind.PNF);
    }

    /** Returns the services. */
    public List<NsDescriptor> services() {
        return List.copyOf(services);
    }

    /** Returns the VNFs. */
    public List<VnfDescriptor> functions() {
        return List.copyOf(functions);
    }

    /** Returns the physical functions. */
    public List<PnfDescriptor> physical() {
        return List.copyOf(physical);
    }

    /**
     * Finds a file that a descriptor names.
     *
     * @param at the field that names it
     * @param name name as written
     * @param folders folders to look into, in order; the empty text is the top
     * @return the file; its absence has been reported as an error
     */
    public Optional<PackageFile> file(DocNode at, String name, String... folders) {
        var found = optionalFile(name, folders);
        if (found.isEmpty()) {
            String shown = name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) : name;
            String place = folders[0].isEmpty() ? "" : folders[0] + "/";
            at.error(
                    "FILE_MISSING",
                    "The file %s is named here but is not in the package".formatted(shown),
                    "Add it to the package as %s%s".formatted(place, shown));
        }
        return found;
    }

    /** Finds a file that may be there. */
    public Optional<PackageFile> optionalFile(String name, String... folders) {
        for (String folder : folders) {
            var found = files.lenient(folder.isEmpty() ? name : folder + "/" + name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Returns the text of a small file. */
    public static Optional<String> text(PackageFile file) {
        return file.content().map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
