/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.spi;

/**
 * Names of optional abilities. The contract kit tests what is declared and the refusal of what is
 * not.
 */
public final class VimAbility {
    /** Images can be uploaded. */
    public static final String IMAGE_UPLOAD = "image-upload";

    /** Servers can be started and stopped: actions {@code start} and {@code stop}. */
    public static final String SERVER_POWER = "server-power";

    /**
     * Servers can be rebuilt in place: action {@code rebuild}, from the argument {@code image} or,
     * without it, from their own.
     */
    public static final String SERVER_REBUILD = "server-rebuild";

    /**
     * {@link ResourceOperator#update} changes the flavor of servers in place. It may be repeated
     * until it succeeds; a server of that flavor is left as it is.
     */
    public static final String SERVER_RESIZE = "server-resize";

    /** The action {@code console} answers the address of a server's console as {@code console}. */
    public static final String SERVER_CONSOLE = "server-console";

    /** Placement groups are honoured. */
    public static final String SERVER_GROUP = "server-group";

    /** Interfaces may be in security groups, whose rules change in place. */
    public static final String SECURITY_GROUP = "security-group";

    /**
     * Interfaces may have addresses of networks outside, through routers; address and router change
     * their interface and networks in place.
     */
    public static final String FLOATING_ADDRESS = "floating-address";

    /** Servers may have volumes, and boot from them; volumes grow in place. */
    public static final String VOLUME = "volume";

    /** Stacks are made from templates and change in place. */
    public static final String STACK = "stack";

    /** Interfaces may carry foreign traffic. */
    public static final String PORT_FORWARDING = "port-forwarding";

    /** A network may say on which physical network and segment it lies. */
    public static final String PROVIDER_NETWORK = "provider-network";

    private VimAbility() {}
}
