/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.opendaylight.internal;

/**
 * A port of a switch.
 *
 * @param node the controller's id of the switch, for instance {@code openflow:119}
 * @param number OpenFlow port number or reserved name
 */
record SwitchPort(String node, String number) {
    /** From the controller's id of a port, for instance {@code openflow:119:3}. */
    static SwitchPort of(String connector) {
        int colon = connector.lastIndexOf(':');
        return new SwitchPort(connector.substring(0, colon), connector.substring(colon + 1));
    }

    @Override
    public String toString() {
        return node + ":" + number;
    }
}
