/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.app;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** With a request and an answer that write down what is asked of them. */
class SignOutTest {
    private final List<String> done = new ArrayList<>();
    private String path = "/signout";
    private String site = "same-origin";
    private boolean signedIn = true;

    @Test
    void theSessionIsGoneBeforeTheBrowserIsSentOn() throws IOException {
        assertThat(answered()).isTrue();

        assertThat(done)
                .containsExactly("invalidate", "setHeader", "sendRedirect /portal/login?bye");
    }

    @Test
    void whoHasNoSessionIsSentOnToo() throws IOException {
        signedIn = false;

        assertThat(answered()).isTrue();

        assertThat(done).containsExactly("setHeader", "sendRedirect /portal/login?bye");
    }

    @Test
    void anotherSiteSignsNobodyOut() throws IOException {
        site = "cross-site";

        assertThat(answered()).isTrue();

        assertThat(done).containsExactly("sendError 403");
    }

    @Test
    void otherPagesAreLeftAlone() throws IOException {
        path = "/instances";

        assertThat(answered()).isFalse();

        assertThat(done).isEmpty();
    }

    private boolean answered() throws IOException {
        HttpSession session = fake(HttpSession.class, call -> null);
        return SignOut.answered(
                fake(
                        HttpServletRequest.class,
                        call ->
                                switch (call) {
                                    case "getPathInfo" -> path;
                                    case "getContextPath" -> "/portal";
                                    case "getHeader" -> site;
                                    case "getSession" -> signedIn ? session : null;
                                    default -> null;
                                }),
                fake(HttpServletResponse.class, call -> null));
    }

    /** Answers questions with {@code answers} and writes everything else down. */
    private <T> T fake(Class<T> type, Function<String, Object> answers) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> {
                            String name = method.getName();
                            if (!name.startsWith("get")) {
                                done.add(
                                        name.startsWith("send") ? name + " " + arguments[0] : name);
                            }
                            return answers.apply(name);
                        }));
    }
}
