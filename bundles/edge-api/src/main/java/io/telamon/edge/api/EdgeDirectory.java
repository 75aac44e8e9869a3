/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.api;

import java.util.List;

/**
 * Who serves what at the edge, as the controller knows it at this moment. Answers from memory, so
 * it may be asked often and from any thread.
 */
public interface EdgeDirectory {
    /** All computers that announced themselves, by end-point. */
    List<EdgeComputerView> computers();

    /** All routers and dispatchers that announced themselves, by end-point. */
    List<EdgeRouterView> routers();
}
