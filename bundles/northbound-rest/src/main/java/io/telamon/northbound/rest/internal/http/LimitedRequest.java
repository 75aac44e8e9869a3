/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.http;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/**
 * A request whose body may not be longer than a limit, whatever its headers say; without a type it
 * is JSON, as everything here is.
 */
public final class LimitedRequest extends HttpServletRequestWrapper {
    private final long limit;

    /** Limits the body of {@code request} to {@code limit} bytes. */
    public LimitedRequest(HttpServletRequest request, long limit) {
        super(request);
        this.limit = limit;
        if (request.getContentLengthLong() > limit) {
            throw tooLong();
        }
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Counted(super.getInputStream());
    }

    @Override
    public String getContentType() {
        String type = super.getContentType();
        return type == null || type.isBlank() ? "application/json" : type;
    }

    private TelamonException tooLong() {
        return new TelamonException(
                ErrorCode.TOO_LARGE, "The body is longer than the limit of %d bytes", limit);
    }

    /** Counts what is read. */
    private final class Counted extends ServletInputStream {
        private final ServletInputStream in;
        private long seen;

        Counted(ServletInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int got = in.read(into, offset, length);
            count(Math.max(got, 0));
            return got;
        }

        private void count(int more) {
            seen += more;
            if (seen > limit) {
                throw tooLong();
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
