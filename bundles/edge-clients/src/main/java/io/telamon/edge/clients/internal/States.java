/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import io.telamon.edge.rpc.State;
import java.util.Collection;
import java.util.Map;

/** Where the states of a flow are when it begins. */
interface States {
    /** New states, ready to go into a request. */
    Map<String, State> prepare(Collection<String> names) throws CallFailed;
}
