/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.base;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.Terminal;

/** A session and facades that answer only what a test told them to. */
public final class Fakes {
    private final Map<Class<?>, Map<String, Function<Object[], Object>>> facades = new HashMap<>();
    private final Map<String, Object> variables = new HashMap<>();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final PrintStream console = new PrintStream(output, true, StandardCharsets.UTF_8);
    private boolean terminal;
    private String typed = "";

    /** Lets a facade method answer. */
    public Fakes answer(Class<?> facade, String method, Function<Object[], Object> answer) {
        facades.computeIfAbsent(facade, type -> new HashMap<>()).put(method, answer);
        return this;
    }

    /** A person sits there and types this at each question. */
    public Fakes typing(String text) {
        terminal = true;
        typed = text;
        return this;
    }

    /** Standard input. */
    public Fakes piping(String text) {
        typed = text;
        return this;
    }

    /** What the command wrote to standard output. */
    public String output() {
        return output.toString(StandardCharsets.UTF_8);
    }

    PrintStream console() {
        return console;
    }

    Object variable(String name) {
        return variables.get(name);
    }

    Doors doors() {
        return new Doors() {
            @Override
            public <F, T> T call(Class<F> facade, Function<F, T> call) {
                return call.apply(facade(facade));
            }
        };
    }

    private <F> F facade(Class<F> type) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, args) -> {
                            var answer = facades.getOrDefault(type, Map.of()).get(method.getName());
                            if (answer == null && method.isDefault()) {
                                return InvocationHandler.invokeDefault(proxy, method, args);
                            }
                            if (answer == null) {
                                throw new AssertionError("Not expected: " + method);
                            }
                            return answer.apply(args);
                        }));
    }

    Session session() {
        return (Session)
                Proxy.newProxyInstance(
                        Session.class.getClassLoader(),
                        new Class<?>[] {Session.class},
                        (proxy, method, args) ->
                                switch (method.getName()) {
                                    case "getConsole" -> console;
                                    case "getTerminal" -> terminal ? aTerminal() : null;
                                    case "readLine" -> typed;
                                    case "getKeyboard" ->
                                            new ByteArrayInputStream(
                                                    typed.getBytes(StandardCharsets.UTF_8));
                                    case "currentDir" -> Path.of("").toAbsolutePath();
                                    case "get" -> variables.get(args[0]);
                                    case "put" -> variables.put((String) args[0], args[1]);
                                    default -> throw new AssertionError("Not expected: " + method);
                                });
    }

    private static Terminal aTerminal() {
        return (Terminal)
                Proxy.newProxyInstance(
                        Terminal.class.getClassLoader(),
                        new Class<?>[] {Terminal.class},
                        (proxy, method, args) -> null);
    }
}
