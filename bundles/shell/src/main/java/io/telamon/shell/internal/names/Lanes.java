/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.names;

import io.telamon.model.LaneId;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.LaneView;
import io.telamon.northbound.api.RoFacade;
import io.telamon.shell.internal.base.CommandFailure;
import io.telamon.shell.internal.base.Exit;
import java.util.Locale;

/** Finds lanes by the name of their account. */
public final class Lanes {
    private Lanes() {}

    /** {@code vim:name}. */
    public static String label(LaneView view) {
        return view.lane().kind().name().toLowerCase(Locale.ROOT) + ":" + view.account();
    }

    /** A lane by {@code vim:name}, {@code vim:id} or the name alone. */
    public static LaneId find(RoFacade door, Caller caller, String text) {
        return door.lanes(caller).stream()
                .filter(view -> fits(view, text))
                .map(LaneView::lane)
                .findFirst()
                .orElseThrow(() -> new CommandFailure(Exit.NOT_FOUND, "There is no lane " + text));
    }

    private static boolean fits(LaneView view, String text) {
        return label(view).equals(text)
                || view.lane().toString().equals(text)
                || view.account().equals(text);
    }
}
