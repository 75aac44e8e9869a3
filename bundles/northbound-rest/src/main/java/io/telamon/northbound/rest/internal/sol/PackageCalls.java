/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.sol;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.PackageId;
import io.telamon.model.catalog.CatalogEntry;
import io.telamon.model.catalog.PackageKind;
import io.telamon.model.catalog.PackageState;
import io.telamon.model.descriptor.Finding;
import io.telamon.model.descriptor.FindingPlace;
import io.telamon.model.descriptor.Severity;
import io.telamon.model.descriptor.ValidationReport;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.CatalogFacade;
import io.telamon.northbound.api.OnboardResult;
import io.telamon.northbound.api.PackageView;
import io.telamon.northbound.api.Upload;
import io.telamon.northbound.rest.internal.Facades;
import io.telamon.northbound.rest.internal.http.Calls;
import io.telamon.northbound.rest.internal.http.ProblemDetails;
import io.telamon.northbound.rest.internal.http.Problems;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;

/** What the three kinds of package resources have in common. */
public final class PackageCalls {
    private final Facades facades;

    /** Asks the catalog per call. */
    public PackageCalls(Facades facades) {
        this.facades = facades;
    }

    CatalogFacade catalog() {
        return facades.get(CatalogFacade.class);
    }

    /** One package of this kind; NOT_FOUND for another kind. */
    PackageView get(Caller caller, PackageKind kind, String id) {
        PackageView view = catalog().get(caller, new PackageId(id));
        if (view.kind() != kind) {
            throw new TelamonException(
                    ErrorCode.NOT_FOUND, "There is no %s package %s in this tenant", kind, id);
        }
        return view;
    }

    PackageView create(Caller caller, PackageKind kind, PackageModifications request) {
        Map<String, String> data = request == null ? null : request.merged(Map.of());
        return catalog().create(caller, kind, data == null ? Map.of() : data);
    }

    PackageView patch(
            Caller caller, PackageView view, String ifMatch, PackageModifications request) {
        PackageModifications wish = Calls.body(request);
        return catalog()
                .update(
                        caller,
                        view.id(),
                        Calls.version(ifMatch, false),
                        wish.enabled(),
                        wish.merged(view.userData()));
    }

    /** 204, or 422 with the findings. */
    Response upload(Caller caller, PackageView view, Upload upload, UriInfo uri) {
        OnboardResult result = catalog().upload(caller, view.id(), upload);
        return result.packages().isEmpty() ? refused(result, uri) : Response.noContent().build();
    }

    /** 422 with the findings. */
    public static Response refused(OnboardResult result, UriInfo uri) {
        String detail = words(result.report());
        ErrorCode code = ErrorCode.INVALID_PACKAGE;
        ProblemDetails problem =
                ProblemDetails.of(code, code.httpStatus(), detail, "/" + uri.getPath())
                        .with(result.report().findings());
        return Problems.answer(problem).build();
    }

    /** Why a package is in REJECTED; null in any other state. */
    ProblemDetails failure(Caller caller, PackageView view) {
        if (view.state() != PackageState.REJECTED) {
            return null;
        }
        ValidationReport report = catalog().report(caller, view.id());
        return ProblemDetails.of(ErrorCode.INVALID_PACKAGE, 422, words(report), null)
                .with(report.findings());
    }

    /** The original, streamed. */
    public static Response file(InputStream content, CatalogEntry.Content about) {
        StreamingOutput body =
                out -> {
                    try (content) {
                        content.transferTo(out);
                    }
                };
        return Response.ok(body, type(about.fileName()))
                .header("Content-Length", about.size())
                .header("X-Checksum-SHA256", about.sha256())
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"%s\"".formatted(about.fileName()))
                .build();
    }

    /** SOL005's word for the on-boarding state. */
    static String state(PackageView view) {
        return view.state() == PackageState.REJECTED
                ? PackageState.CREATED.name()
                : view.state().name();
    }

    static String usage(PackageView view) {
        return view.inUse() ? "IN_USE" : "NOT_IN_USE";
    }

    /** SOL005: without content the operational state is DISABLED. */
    static String operational(PackageView view) {
        return view.enabled() && view.state() == PackageState.ONBOARDED ? "ENABLED" : "DISABLED";
    }

    /** Null instead of empty, for attributes that are absent before content arrived. */
    static String text(String value) {
        return value.isEmpty() ? null : value;
    }

    private static String words(ValidationReport report) {
        return report.of(Severity.ERROR).stream()
                .findFirst()
                .map(PackageCalls::words)
                .orElse("The package was refused: no descriptor was found in it");
    }

    private static String words(Finding one) {
        FindingPlace place = one.place();
        String line = place.line() > 0 ? " line " + place.line() : "";
        String path = place.path().isEmpty() ? "" : ", " + place.path();
        String hint = one.hint().isEmpty() ? "" : "; " + one.hint();
        return "The package was refused: %s (%s%s%s)%s"
                .formatted(one.message(), place.file(), line, path, hint);
    }

    private static String type(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".zip") || name.endsWith(".csar")) {
            return "application/zip";
        }
        if (name.endsWith(".gz") || name.endsWith(".tgz")) {
            return "application/gzip";
        }
        return name.endsWith(".yaml") || name.endsWith(".yml")
                ? "text/plain;charset=utf-8"
                : "application/octet-stream";
    }
}
