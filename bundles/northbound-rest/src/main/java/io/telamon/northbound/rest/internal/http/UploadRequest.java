/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request that brings a file: without a type it is bytes, not whatever a resource prefers. */
public final class UploadRequest extends HttpServletRequestWrapper {
    private static final String BYTES = "application/octet-stream";

    /** Names the type of {@code request} where the client did not. */
    public UploadRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getContentType() {
        String type = super.getContentType();
        return type == null || type.isBlank() ? BYTES : type;
    }
}
