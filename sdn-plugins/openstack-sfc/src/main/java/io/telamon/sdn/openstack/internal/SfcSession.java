/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.openstack.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.account.CheckStep;
import io.telamon.model.resource.ChainSpec;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.Identity;
import io.telamon.model.resource.RequestToken;
import io.telamon.openstack.AccountSettings;
import io.telamon.openstack.Ask;
import io.telamon.openstack.Cloud;
import io.telamon.openstack.Extensions;
import io.telamon.openstack.Marks;
import io.telamon.openstack.Service;
import io.telamon.sdn.spi.ChainObservation;
import io.telamon.sdn.spi.SdnConnection;
import io.telamon.sdn.spi.SdnSession;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Port chains of one project. A chain is the last thing made and the first removed, so it is there
 * as a whole or not at all; its parts carry its token and are completed by a repeated create or
 * removed when nobody finds a chain for them.
 */
final class SfcSession implements SdnSession {
    private final SdnConnection connection;
    private final Cloud cloud;
    private final Identity identity;
    private final Sfc sfc;
    private final Parts parts;
    private final Paths paths;
    private final Classifiers classifiers;

    SfcSession(SdnConnection connection, AccountSettings settings) {
        this.connection = connection;
        this.cloud =
                new Cloud(
                        connection.vim().endpoint(),
                        connection.vim().secret(),
                        connection.callTimeout(),
                        settings);
        this.identity = new Identity(Identity.Kind.TAG, settings.settle());
        this.sfc = new Sfc(cloud);
        this.parts = new Parts(sfc);
        this.paths = new Paths(sfc);
        this.classifiers = new Classifiers(sfc);
    }

    @Override
    public Optional<String> probe() {
        try {
            Ask ask = Ask.get("Probe", Service.NETWORK, Kind.CHAIN.path()).query("limit", "1");
            cloud.call(ask, Kind.CHAIN.fields());
            return Optional.empty();
        } catch (TelamonException e) {
            return Optional.of(e.getMessage());
        }
    }

    @Override
    public void check(Consumer<CheckStep> seen) {
        new SfcCheck(cloud, new Extensions(cloud), sfc, seen).run();
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public ChainObservation create(ChainSpec chain, RequestToken token) {
        String what = "Create chain " + chain.name();
        List<List<Hop>> positions = Hop.positions(chain);
        List<Rule> wishes = Classifiers.read(chain);
        Optional<JsonNode> known = carrying(what, token);
        if (known.isPresent()) {
            return Chains.seen(known.get(), groupsOf(what, known.get()));
        }
        try {
            List<Rule> rules = classifiers.complete(what, chain, wishes);
            Paths.Order order = new Paths.Order(what, chain.name(), token, List.of());
            List<String> groups = paths.make(order, positions);
            List<String> rulesMade = classifiers.make(what, token, rules);
            JsonNode made = make(what, Chains.draft(chain, token, groups, rulesMade));
            return Chains.seen(made, groupsOf(what, made));
        } catch (TelamonException e) {
            throw e.code().retryable() ? e : withdrawn(what, MissingNode.getInstance(), token, e);
        }
    }

    private JsonNode make(String what, ObjectNode draft) {
        try {
            return sfc.make(what, Kind.CHAIN, draft);
        } catch (TelamonException e) {
            throw e.code() == ErrorCode.VIM_NOT_FOUND ? Hints.lost(what, e) : Hints.explained(e);
        }
    }

    /** What was refused leaves no parts. */
    private TelamonException withdrawn(
            String what, JsonNode chain, RequestToken token, TelamonException why) {
        try {
            parts.tidy(what, chain, token);
        } catch (TelamonException e) {
            why.addSuppressed(e);
        }
        return why;
    }

    @Override
    public Optional<ChainObservation> find(RequestToken token) {
        String what = "Find chain of " + token;
        Optional<JsonNode> known = carrying(what, token);
        if (known.isEmpty()) {
            parts.tidy(what, MissingNode.getInstance(), token);
        }
        return known.map(chain -> Chains.seen(chain, groupsOf(what, chain)));
    }

    private Optional<JsonNode> carrying(String what, RequestToken token) {
        return sfc.marked(what, Kind.CHAIN, token).stream()
                .min(Comparator.comparingInt(chain -> chain.path("chain_id").asInt()));
    }

    private List<JsonNode> groupsOf(String what, JsonNode chain) {
        return sfc.with(what, Kind.GROUP, "id", Sfc.ids(chain, Kind.GROUP));
    }

    @Override
    public ChainObservation observe(Handle handle) {
        String what = "Observe chain " + handle;
        return sfc.look(what, Kind.CHAIN, ChainHandle.of(handle).chain())
                .map(chain -> Chains.seen(chain, groupsOf(what, chain)))
                .orElseGet(() -> Chains.missing(handle));
    }

    @Override
    public Stream<ChainObservation> list() {
        String what = "List chains";
        List<JsonNode> chains = sfc.list(what, Kind.CHAIN);
        List<JsonNode> groups = sfc.list(what, Kind.GROUP);
        Stream<ChainObservation> whole =
                chains.stream().filter(Sfc::isOurs).map(chain -> Chains.seen(chain, groups));
        Stream<ChainObservation> broken =
                Chains.orphans(
                        chains, groups, sfc.list(what, Kind.PAIR), sfc.list(what, Kind.CLASSIFIER));
        return Stream.concat(whole, broken);
    }

    @Override
    public ChainObservation update(Handle handle, ChainSpec to) {
        String what = "Update chain " + to.name();
        List<List<Hop>> positions = Hop.positions(to);
        List<Rule> wishes = Classifiers.read(to);
        JsonNode chain =
                sfc.look(what, Kind.CHAIN, ChainHandle.of(handle).chain())
                        .orElseThrow(
                                () ->
                                        new TelamonException(
                                                ErrorCode.VIM_NOT_FOUND,
                                                "%s: port chain %s is not there",
                                                what,
                                                handle));
        if (chain.at("/chain_parameters/symmetric").asBoolean() != to.symmetric()) {
            throw new TelamonException(
                    ErrorCode.UNSUPPORTED,
                    "Whether chain %s is symmetric cannot be changed in place",
                    to.name());
        }
        RequestToken token = new RequestToken(Marks.read(chain.path("description").asText()));
        try {
            List<Rule> rules = classifiers.complete(what, to, wishes);
            parts.takeOver(what, chain, token);
            List<String> rulesMade = reclassified(what, chain, token, rules);
            List<String> own = Sfc.ids(chain, Kind.GROUP);
            List<String> groups =
                    paths.make(new Paths.Order(what, to.name(), token, own), positions);
            for (List<String> step : Chains.stepsTo(groups, own)) {
                changed(what, chain, Chains.passing(step));
            }
            changed(what, chain, Chains.difference(chain, to.name(), groups, rulesMade));
            JsonNode now = checked(what, Sfc.id(chain), groups);
            parts.tidy(what, now, token);
            return Chains.seen(now, groupsOf(what, now));
        } catch (TelamonException e) {
            throw e.code().retryable() ? e : withdrawn(what, chain, token, e);
        }
    }

    /**
     * Makes room for new classifiers: those that overlap with old ones of the same chain can be
     * made only when these are gone. All others are made first, so that no packet misses the chain.
     */
    private List<String> reclassified(
            String what, JsonNode chain, RequestToken token, List<Rule> rules) {
        try {
            return classifiers.make(what, token, rules);
        } catch (TelamonException e) {
            List<String> old =
                    classifiers.outdated(what, token, rules).stream().map(Sfc::id).toList();
            if (e.code() != ErrorCode.VIM_REJECTED
                    || old.stream().noneMatch(id -> e.getMessage().contains(id))) {
                throw e;
            }
            List<String> kept =
                    Sfc.ids(chain, Kind.CLASSIFIER).stream()
                            .filter(id -> !old.contains(id))
                            .toList();
            ObjectNode draft = Sfc.draft();
            kept.forEach(draft.putArray(Kind.CLASSIFIER.fields())::add);
            changed(what, chain, draft);
            old.forEach(id -> sfc.remove(what, Kind.CLASSIFIER, id));
            return classifiers.make(what, token, rules);
        }
    }

    private JsonNode checked(String what, String id, List<String> groups) {
        JsonNode now = sfc.look(what, Kind.CHAIN, id).orElseGet(MissingNode::getInstance);
        if (!groups.equals(Sfc.ids(now, Kind.GROUP))) {
            throw new TelamonException(
                    ErrorCode.VIM_UNEXPECTED,
                    "%s: port chain %s passes the port pair groups %s instead of %s",
                    what,
                    id,
                    Sfc.ids(now, Kind.GROUP),
                    groups);
        }
        return now;
    }

    private void changed(String what, JsonNode chain, ObjectNode draft) {
        if (draft.isEmpty()) {
            return;
        }
        try {
            sfc.change(what, Kind.CHAIN, Sfc.id(chain), draft);
        } catch (TelamonException e) {
            throw Hints.explained(e);
        }
    }

    @Override
    public void delete(Handle handle) {
        String what = "Delete chain " + handle;
        ChainHandle known = ChainHandle.of(handle);
        Optional<JsonNode> chain = sfc.look(what, Kind.CHAIN, known.chain());
        Optional<RequestToken> token =
                chain.map(one -> Marks.read(one.path("description").asText()))
                        .filter(mark -> !mark.isEmpty())
                        .map(RequestToken::new)
                        .or(known::mark);
        chain.ifPresent(one -> token.ifPresent(mark -> parts.takeOver(what, one, mark)));
        chain.ifPresent(one -> sfc.remove(what, Kind.CHAIN, known.chain()));
        token.ifPresent(mark -> parts.tidy(what, MissingNode.getInstance(), mark));
    }

    @Override
    public void close() {
        cloud.close();
    }

    @Override
    public String toString() {
        return "SfcSession[" + connection + "]";
    }
}
