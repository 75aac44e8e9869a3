/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.facade;

import com.vaadin.flow.server.VaadinService;
import java.util.function.Consumer;
import java.util.function.Function;

/** The one way from a view to a facade: one call at a time. */
public final class Facades {
    private Facades() {}

    /** Asks a facade. */
    public static <S, R> R call(Class<S> type, Function<S, R> use) {
        return source().call(type, use);
    }

    /** Tells a facade. */
    public static <S> void run(Class<S> type, Consumer<S> use) {
        source().call(
                        type,
                        facade -> {
                            use.accept(facade);
                            return null;
                        });
    }

    /** Where the facades of this web application come from. */
    public static ServiceSource source() {
        return VaadinService.getCurrent()
                .getContext()
                .getAttribute(ServiceSource.class, OsgiServices::new);
    }
}
