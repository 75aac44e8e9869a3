/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.controller.internal;

import java.util.Map;
import java.util.SortedMap;

/**
 * What the tables of all routers should be.
 *
 * @param tables by the router's end-point; a route is final or not
 * @param homes computer to router, where computers have a home
 */
record Plan(Map<String, SortedMap<Route, Boolean>> tables, Map<String, String> homes) {}
