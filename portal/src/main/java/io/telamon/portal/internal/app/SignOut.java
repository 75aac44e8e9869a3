/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.app;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/**
 * Ends a session by a request of its own, and sends the browser to the login page when the session
 * is gone. Ended inside a page's event, the browser can ask for the login page while the session is
 * still ending, and Jetty then refuses to make a new one under the old id.
 */
public final class SignOut {
    /** Where a page sends the browser, relative to the portal's root. */
    public static final String PATH = "signout";

    private SignOut() {}

    /** Answers the request when it is one to sign out; false leaves it to others. */
    static boolean answered(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!("/" + PATH).equals(request.getPathInfo())) {
            return false;
        }
        if (isStrange(request.getHeader("Sec-Fetch-Site"))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return true;
        }
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        response.setHeader("Cache-Control", "no-store");
        response.sendRedirect(request.getContextPath() + "/login?bye");
        return true;
    }

    /** A page of another site must not sign people out. */
    private static boolean isStrange(String site) {
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }
}
