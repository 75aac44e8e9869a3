/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.base;

import io.telamon.errors.TelamonException;
import io.telamon.model.security.Caller;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.osgi.framework.BundleContext;

/**
 * Offers names that a facade knows, as far as the person may see them. An answer is used again for
 * less than a second; a facade that is away or refuses offers nothing.
 */
public abstract class NameCompleter implements Completer {
    private static final long KEPT_NANOS = 900_000_000L;

    private final Map<Caller, Answer> answers = new ConcurrentHashMap<>();

    @Reference BundleContext context;

    /** The names. */
    protected abstract List<String> names(Doors doors, Caller caller);

    @Override
    public final int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> found;
        try {
            Doors doors = Doors.in(context);
            found = kept(doors, Callers.of(session, "", doors));
        } catch (TelamonException nothingToOffer) {
            return -1;
        }
        return new StringsCompleter(found, true).complete(session, line, candidates);
    }

    private List<String> kept(Doors doors, Caller caller) {
        long now = System.nanoTime();
        Answer answer = answers.get(caller);
        if (answer == null || now - answer.at > KEPT_NANOS) {
            answers.values().removeIf(old -> now - old.at > KEPT_NANOS);
            answer = new Answer(names(doors, caller), now);
            answers.put(caller, answer);
        }
        return answer.names;
    }

    private record Answer(List<String> names, long at) {}
}
