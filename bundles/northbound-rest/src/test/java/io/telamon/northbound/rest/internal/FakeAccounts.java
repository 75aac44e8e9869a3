/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.instance.Account;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.AccountDraft;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.AccountView;
import io.telamon.northbound.api.CheckStepView;
import io.telamon.northbound.api.CloudEntry;
import io.telamon.northbound.api.LaneView;
import io.telamon.northbound.api.PluginTypeView;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Accounts in memory. */
final class FakeAccounts implements AccountFacade {
    final Map<LaneId, Account> rows = new ConcurrentSkipListMap<>();
    AccountDraft last;

    @Override
    public List<AccountView> list(Caller caller, LaneKind kind) {
        return rows.values().stream()
                .filter(one -> one.tenant().equals(caller.tenant()) && one.lane().kind() == kind)
                .map(FakeAccounts::view)
                .toList();
    }

    @Override
    public AccountView get(Caller caller, LaneId lane) {
        return find(caller, lane.kind(), lane.id());
    }

    @Override
    public AccountView find(Caller caller, LaneKind kind, String idOrName) {
        return list(caller, kind).stream()
                .filter(
                        one ->
                                one.account().lane().id().equals(idOrName)
                                        || one.account().name().equals(idOrName))
                .findFirst()
                .orElseThrow(
                        () -> new TelamonException(ErrorCode.NOT_FOUND, "No account %s", idOrName));
    }

    @Override
    public List<PluginTypeView> types(Caller caller) {
        return List.of(
                new PluginTypeView(
                        LaneKind.VIM,
                        "simulator",
                        List.of(
                                new PluginTypeView.Field(
                                        "world", "World", "Its address", "", true))));
    }

    @Override
    public AccountView add(Caller caller, AccountDraft draft) {
        caller.require("vim:write");
        LaneId lane = new LaneId(draft.kind(), UUID.randomUUID().toString());
        return keep(caller, lane, draft, 1);
    }

    @Override
    public AccountView update(
            Caller caller, LaneId lane, long expectedVersion, AccountDraft draft) {
        long version = get(caller, lane).account().version();
        if (expectedVersion != -1 && expectedVersion != version) {
            throw new TelamonException(ErrorCode.STALE, "Account %s changed", lane);
        }
        return keep(caller, lane, draft, version + 1);
    }

    @Override
    public void delete(Caller caller, LaneId lane) {
        rows.remove(lane);
    }

    @Override
    public List<CheckStepView> check(Caller caller, LaneId lane, Consumer<CheckStepView> seen) {
        return List.of(step("401 from the cloud"));
    }

    @Override
    public List<CheckStepView> check(
            Caller caller, AccountDraft draft, Consumer<CheckStepView> seen) {
        last = draft;
        return List.of(step("401 from " + draft.endpoint()));
    }

    @Override
    public List<CloudEntry> readClouds(Caller caller, InputStream file) {
        try {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("\n")).map(FakeAccounts::entry).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static CloudEntry entry(String name) {
        AccountDraft draft =
                new AccountDraft(
                        LaneKind.VIM,
                        name,
                        "openstack",
                        "https://" + name,
                        Map.of(),
                        Map.of(),
                        "open-sesame");
        return new CloudEntry(draft, List.of("Not taken over: profile"));
    }

    private static CheckStepView step(String detail) {
        return new CheckStepView(
                "identity", CheckStepView.Outcome.FAILED, detail, Duration.ofMillis(12));
    }

    private AccountView keep(Caller caller, LaneId lane, AccountDraft draft, long version) {
        last = draft;
        Account row =
                new Account(
                        lane,
                        caller.tenant(),
                        draft.name(),
                        draft.type(),
                        draft.endpoint(),
                        draft.settings(),
                        draft.labels(),
                        "sealed-secret-text",
                        version);
        rows.put(lane, row);
        return view(row);
    }

    private static AccountView view(Account row) {
        LaneView lane =
                new LaneView(row.lane(), row.name(), "OPEN", "", 0, 0, 4, Duration.ofSeconds(3));
        return new AccountView(row, lane, null);
    }
}
