/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.http;

import io.telamon.northbound.api.Upload;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a request says about the file in its body. */
public final class Uploads {
    private static final Pattern FILE_NAME =
            Pattern.compile("filename=\"?([^\";]+)\"?", Pattern.CASE_INSENSITIVE);

    private Uploads() {}

    /**
     * The body as an upload: name from {@code Content-Disposition} or the query's {@code filename},
     * checksum from {@code X-Checksum-SHA256}.
     */
    public static Upload of(HttpHeaders headers, UriInfo uri, InputStream body) {
        String checksum = headers.getHeaderString("X-Checksum-SHA256");
        String name = name(headers.getHeaderString("Content-Disposition"));
        String asked = uri.getQueryParameters().getFirst("filename");
        String fallback = asked == null ? fallback(headers) : asked;
        return new Upload(name.isEmpty() ? fallback : name, checksum == null ? "" : checksum, body);
    }

    /** The file name in a {@code Content-Disposition}; empty when there is none. */
    public static String name(String disposition) {
        if (disposition == null) {
            return "";
        }
        Matcher found = FILE_NAME.matcher(disposition);
        return found.find() ? found.group(1).strip() : "";
    }

    private static String fallback(HttpHeaders headers) {
        String type = String.valueOf(headers.getHeaderString("Content-Type"));
        if (type.contains("zip") && !type.contains("gzip")) {
            return "package.zip";
        }
        if (type.contains("yaml")) {
            return "descriptor.yaml";
        }
        return type.contains("json") ? "descriptor.json" : "package";
    }
}
