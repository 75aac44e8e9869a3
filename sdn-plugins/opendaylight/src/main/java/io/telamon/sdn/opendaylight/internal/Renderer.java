/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.opendaylight.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.ChainSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a chain into flows: one per classifier where packets enter, one per classifier and port
 * where they leave a function, and the same in the other direction when the chain is symmetric.
 */
final class Renderer {
    private static final SwitchPort ANYWHERE = new SwitchPort("", "");

    private final ChainSpec chain;
    private final Mark mark;
    private final Fabric fabric;
    private final AccountSettings settings;
    private final String what;
    private final Rendering rendering;
    private final List<Rule> rules = new ArrayList<>();
    private final Set<SwitchPort> functions = new HashSet<>();

    Renderer(ChainSpec chain, Mark mark, Fabric fabric, AccountSettings settings) {
        this.chain = chain;
        this.mark = mark;
        this.fabric = fabric;
        this.settings = settings;
        this.what = "Chain " + chain.name();
        this.rendering = new Rendering(what);
    }

    /** One thing that enters a chain: where from, what, where to. */
    private record Rule(String name, SwitchPort from, Match match, SwitchPort to) {
        Rule reversed() {
            return new Rule(name, to, match.reversed(), from);
        }

        boolean names(String field) {
            return match.has(field);
        }
    }

    /**
     * The flows.
     *
     * @throws TelamonException VIM_REJECTED saying why it cannot be done; VIM_UNAVAILABLE when a
     *     port is not there now
     */
    Rendering render() {
        List<Stage> stages = Stage.of(what, chain, fabric);
        for (Stage stage : stages) {
            functions.addAll(stage.in());
            functions.addAll(stage.out());
        }
        readRules();
        new Direction(stages, rules, false).render();
        if (chain.symmetric()) {
            stages.stream()
                    .filter(stage -> stage.in().size() > 1)
                    .findFirst()
                    .ifPresent(this::refuse);
            new Direction(Stage.reversed(stages), rules.stream().map(Rule::reversed).toList(), true)
                    .render();
        }
        return rendering;
    }

    /** Packets on their way: which, why, and for which rule. */
    private record Cargo(Match match, Flow.Role role, String rule) {
        Cargo via() {
            return new Cargo(match, role.via(), "");
        }
    }

    private void refuse(Stage shared) {
        throw rejected(
                "is symmetric, and %d functions share position %d: the switch would choose another"
                        + " one on the way back; make the chain one-way or use one function there",
                shared.in().size(), shared.position());
    }

    private void readRules() {
        for (ChainSpec.Classifier rule : chain.classifiers()) {
            String name = what + ", classifier " + rule.name();
            String source = rule.source().text();
            String destination = Matches.destination(rule);
            SwitchPort from = source.isBlank() ? ANYWHERE : fabric.port(name, source);
            SwitchPort to = destination.isEmpty() ? ANYWHERE : fabric.port(name, destination);
            Matches.of(rule).forEach(match -> rules.add(new Rule(rule.name(), from, match, to)));
        }
        if (rules.isEmpty()) {
            throw rejected("has no classifier, so no packet would ever enter it");
        }
    }

    private TelamonException rejected(String words, Object... arguments) {
        return new TelamonException(
                ErrorCode.VIM_REJECTED, "%s %s", what, words.formatted(arguments));
    }

    /** One way through the functions. */
    private final class Direction {
        private final List<Stage> stages;
        private final List<Rule> entering;
        private final boolean back;

        Direction(List<Stage> stages, List<Rule> entering, boolean back) {
            this.stages = stages;
            this.entering = entering;
            this.back = back;
        }

        void render() {
            Stage first = stages.get(0);
            Flow.Role role = new Flow.Role(true, Integer.toString(first.position()), back);
            for (Rule rule : entering) {
                checkNarrow(rule);
                SwitchPort from =
                        rule.from().equals(ANYWHERE)
                                ? new SwitchPort(first.in().get(0).node(), "")
                                : rule.from();
                send(from, new Cargo(rule.match(), role, rule.name()), first);
            }
            for (int i = 1; i < stages.size(); i++) {
                between(stages.get(i - 1), stages.get(i));
            }
            leave(stages.get(stages.size() - 1));
        }

        private void checkNarrow(Rule rule) {
            if (rule.from().equals(ANYWHERE) && rule.match().fields().isEmpty()) {
                throw rejected(
                        "would take every packet of the switch%s: classifier %s names neither a port"
                                + " nor a condition for it",
                        back ? " on the way back" : "", rule.name());
            }
        }

        private void between(Stage from, Stage to) {
            Flow.Role role = new Flow.Role(false, Integer.toString(to.position()), back);
            for (SwitchPort port : from.out()) {
                for (Match match : onTheWay()) {
                    send(port, new Cargo(match, role, ""), to);
                }
            }
        }

        /** What distinguishes the chain's packets that come out of a function. */
        private Set<Match> onTheWay() {
            Set<Match> matches = new LinkedHashSet<>();
            if (settings.steersByPort()) {
                matches.add(Match.all());
            } else {
                entering.forEach(rule -> matches.add(rule.match()));
            }
            return matches;
        }

        private void leave(Stage last) {
            Flow.Role role = new Flow.Role(false, Flow.Role.OUT, back);
            for (SwitchPort port : last.out()) {
                for (Rule rule : entering) {
                    Match match = settings.steersByPort() ? Match.all() : rule.match();
                    Optional<SwitchPort> end = end(rule);
                    if (end.isPresent()) {
                        toward(port, new Cargo(match, role, ""), end.get());
                    } else {
                        rendering.add(flow(port, new Cargo(match, role, ""), settings.exit()));
                    }
                }
            }
        }

        /** Where packets go after the last function, if that is known. */
        private Optional<SwitchPort> end(Rule rule) {
            boolean certain =
                    !rule.to().equals(ANYWHERE) && (!back || rule.names(Match.DESTINATION_PREFIX));
            return certain
                    ? Optional.of(rule.to())
                    : settings.exitPort().map(id -> fabric.port("The setting exit", id));
        }

        private void send(SwitchPort from, Cargo cargo, Stage to) {
            if (to.in().size() == 1) {
                toward(from, cargo, to.in().get(0));
                return;
            }
            if (to.in().stream().anyMatch(port -> !port.node().equals(from.node()))) {
                throw rejected(
                        "has several functions at position %d that are not all on switch %s, where"
                                + " the packets come from: a switch shares among ports of its own"
                                + " only",
                        to.position(), from.node());
            }
            long id = mark.group(from.node() + " " + to.position() + " " + back);
            rendering.add(new Group(from.node(), id, to.in()));
            rendering.add(flow(from, cargo, new Flow.Share(id)));
        }

        private void toward(SwitchPort from, Cargo cargo, SwitchPort to) {
            SwitchPort at = from;
            Cargo now = cargo;
            if (!from.node().equals(to.node())) {
                if (cargo.match().fields().isEmpty()) {
                    throw rejected(
                            "spans the switches %s and %s, and its packets could not be told from"
                                    + " others between them: use classifiers with conditions and"
                                    + " steer=match",
                            from.node(), to.node());
                }
                for (Fabric.Link link : fabric.path(what, from.node(), to.node(), functions)) {
                    rendering.add(out(at, now, link.from()));
                    at = link.to();
                    now = now.via();
                }
            }
            rendering.add(out(at, now, to));
        }

        private Flow out(SwitchPort from, Cargo cargo, SwitchPort to) {
            boolean sameWay = from.number().equals(to.number());
            return flow(from, cargo, new Flow.Out(sameWay ? "INPORT" : to.number()));
        }

        private Flow flow(SwitchPort from, Cargo cargo, Flow.Way way) {
            return new Flow(
                    from.node(), from.number(), cargo.match(), way, cargo.role(), cargo.rule());
        }
    }
}
