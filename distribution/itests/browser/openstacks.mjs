// Licensed under the Apache License, Version 2.0; see LICENSE.
// An operator at the portal and two real OpenStacks: registers one by the form and one out of a clouds.yaml, and the
// chains of the first; on-boards and instantiates a service that stands on both; one cloud has no room for a machine
// more, is mended, and the operation is retried; terminated, nothing is left. What the portal shows is held against what
// the clouds say themselves. Pages are scanned and looked at as in the story.
// Usage: node openstacks.mjs --url URL --user admin --password-file F --bed FILE --fault CONTROL_URL [--out target/openstacks]
import { strict as assert } from 'node:assert';
import { mkdirSync, readFileSync } from 'node:fs';
import { Accounts } from './accounts.mjs';
import { Footprint } from './footprint.mjs';
import { Portal } from './portal.mjs';
import { perform, readOptions } from './steps.mjs';

const HERE = 'north';
const THERE = 'south';
const NAME = 'metro-1';
const MEMBERS = { client: HERE, server: HERE, fw: HERE, dpi: HERE, edge: THERE };
const options = readOptions(process.argv.slice(2), { url: 'http://127.0.0.1:8181', user: 'admin', out: 'target/openstacks' },
  ['password', 'bed', 'fault'], readFileSync);
const bed = JSON.parse(readFileSync(options.bed, 'utf8'));
mkdirSync(options.out, { recursive: true });
const portal = await Portal.open(options);
const clouds = new Accounts(portal);
await perform('openstacks', portal, options.out, async (steps) => {
  await steps.play('sign in', () => portal.signIn());
  await steps.play('register the first cloud: a wrong credential named, tested, saved', byForm);
  await steps.play('the second cloud out of a clouds.yaml, tested, saved', byFile);
  await steps.play('register the chains of the first cloud', chains);
  await steps.play('on-board functions and service by drag and drop', onboard);
  await steps.play('dry run: which member goes where, and why', dryRun);
  const operation = await steps.play('instantiate over both clouds', () => portal.instantiate());
  await steps.play('progress by push until it runs', watch);
  await steps.play('topology: clouds, addresses and the way through the chain', topology);
  await steps.play('the second cloud has no room: its words and request id are shown', fail);
  await steps.play('the first cloud works on', works);
  await steps.play('room again: retried, complete', () => retry(operation));
  await steps.play('terminate, nothing left on either cloud', terminate);
  await steps.play('remove chains and clouds', remove);
});

async function byForm() {
  const { endpoint, user, project, secret } = bed.form;
  await clouds.open();
  await portal.choose('Type', 'openstack');
  await clouds.fields({ Name: HERE, Endpoint: endpoint, Credential: 'swordfish' });
  await clouds.unfold('More settings');
  await clouds.fields({ Project: project, User: user });
  await clouds.test('Does not work');
  await portal.text('This step failed: Identity').waitFor();
  await portal.text(/answered 401/).waitFor();
  await portal.look('dialog-cloud-refused');
  await clouds.fields({ Credential: secret });
  await clouds.test('Works');
  await portal.look('dialog-cloud-works');
  await clouds.save(HERE);
  await tested(HERE);
  assert.ok(!(await portal.page.content()).includes(secret), 'the credential is shown');
}

async function byFile() {
  const { path, entry, instances } = bed.file;
  await clouds.open(() => portal.look('clouds'));
  await clouds.unfold('Fill in from a clouds.yaml');
  await portal.drop([path]);
  await portal.choose('Cloud in clouds.yaml', entry);
  await portal.text(`Taken from clouds.yaml: ${entry}`).waitFor();
  await portal.look('dialog-cloud-file');
  await clouds.fields({ Name: THERE });
  await clouds.test('Works');
  await clouds.save(THERE);
  await tested(THERE, `0 of ${instances}`);
}

/** The page of a cloud after a test: quota and inventory are read. */
async function tested(name, quota = 'no limit') {
  await portal.button('Test connection');
  await clouds.verdict('Works');
  await portal.page.locator('.tm-quota-number', { hasText: quota }).first().waitFor();
  await portal.text('cirros-like').first().waitFor();
  await portal.quiet();
  await portal.look(`cloud-${name}`);
}

async function chains() {
  const controllers = new Accounts(portal, 'Controllers', 'Register a controller');
  await controllers.open(() => portal.look('controllers-empty'));
  await portal.choose('Type', 'openstack-sfc');
  await controllers.fields({ Name: 'chains', 'VIM account': HERE });
  await controllers.test('Works');
  await portal.look('dialog-controller-works');
  await controllers.save('chains');
  await portal.quiet();
  await portal.look('controller');
}

async function onboard() {
  const { metro, ...functions } = bed.packages;
  await portal.menu('Function catalog');
  await portal.drop(Object.values(functions));
  await portal.taken(Object.values(functions));
  await portal.menu('Service catalog');
  await portal.drop([metro]);
  await portal.taken([metro]);
}

async function dryRun() {
  await portal.page.locator('vaadin-grid').getByRole('link', { name: 'metro', exact: true }).first().click();
  await portal.button('Instantiate');
  await portal.heading('Instantiate a service').waitFor();
  await portal.fill('Name of the new service', NAME);
  await portal.choose('All members', HERE);
  await portal.choose('Member edge', THERE);
  await portal.dryRun();
  const plan = await portal.page.locator('.tm-plan').innerText();
  assert.match(plan, /Creates 1 chain, .*2 networks, 5 machines/);
  for (const [member, account] of Object.entries(MEMBERS)) {
    assert.match(plan, new RegExp(`Member ${member}\\s+${account}\\s+\\S`), `no decision for ${member}`);
  }
  await portal.look('instantiate');
}

async function watch() {
  await portal.watch();
  await portal.look('operation');
}

/** The drawing says what the clouds have: machines by account, addresses, and who hands packets on to whom. */
async function topology() {
  await portal.open(NAME);
  await portal.look('service-overview');
  const seen = await Footprint.of(portal);
  assert.deepEqual(seen.servers, ['client/srv/0>lan', 'dpi/srv/0>lan,lan', 'edge/srv/0>away', 'fw/srv/0>lan,lan', 'server/srv/0>lan']);
  assert.deepEqual(seen.networks, ['away', 'lan']);
  assert.deepEqual(seen.chains, ['graph/path:dpi/srv/0,fw/srv/0']);
  assert.deepEqual(seen.strange, []);
  const { nodes, edges } = await portal.page.locator('tm-graph').evaluate((graph) => ({ nodes: graph.nodes, edges: graph.edges }));
  for (const [member, account] of Object.entries(MEMBERS)) {
    assert.equal(nodes.find((node) => node.id === `member/${member}`).detail, account);
    assert.equal(nodes.find((node) => node.id === machine(member)).detail, account);
  }
  assert.deepEqual(edges.filter((edge) => edge.kind === 'step').map((edge) => `${edge.from} > ${edge.to}`),
    [`${machine('client')}#eth0 > ${machine('fw')}#in`, `${machine('fw')}#out > ${machine('dpi')}#in`]);
  const there = await asked('clouds');
  for (const account of [HERE, THERE]) {
    const drawn = nodes.filter((node) => node.kind === 'cp' && MEMBERS[node.id.split('/')[1]] === account).map((node) => node.label);
    assert.deepEqual(drawn.sort(), there[account].addresses.sort(), `addresses on ${account}`);
  }
  assert.equal(there[HERE].chains, 1);
  await portal.look('service-topology');
  await portal.page.locator('tm-graph .node[data-id="vnffg/graph/path"]').click();
  await portal.heading('Its path').waitFor();
  await portal.look('service-topology-chain');
  await portal.tab('Resources');
  await portal.look('service-resources');
}

async function fail() {
  await portal.fault({ do: 'before' });
  await portal.scale(NAME, () => portal.look('dialog-scale'));
  await portal.fault({ do: 'after' });
  await portal.states('Needs a decision');
  const words = await portal.page.locator('.tm-error').first().innerText();
  assert.match(words, /Quota exceeded for instances/);
  const request = /req-[0-9a-f]{8}-[0-9a-f-]{27}/.exec(words)?.[0];
  assert.ok(request, `no request id: ${words}`);
  assert.ok((await asked(`requests/${request}`)).known, `the cloud does not know ${request}`);
  await portal.page.locator('tm-timeline button[data-state="Failed"]').first().click();
  await portal.text('Tries').waitFor();
  await portal.look('operation-failed');
}

/** What fails over there is told at the service, and does not hold up the other cloud. */
async function works() {
  const failed = portal.page.url();
  await portal.open(NAME);
  await portal.look('service-failed');
  await portal.menu('Clouds');
  await portal.page.locator('vaadin-grid').getByRole('link', { name: HERE, exact: true }).waitFor();
  await portal.look('clouds-both');
  await portal.page.goto(failed);
}

async function retry(first) {
  await portal.fault({ do: 'mend' });
  await portal.button('Retry failed tasks');
  await portal.states('Completed');
  await portal.quiet();
  await portal.look('operation-retried');
  assert.equal((await asked('clouds'))[THERE].servers.length, 2);
  assert.notEqual(portal.page.url(), first);
}

async function terminate() {
  await portal.open(NAME);
  await portal.terminate(NAME, () => portal.look('dialog-terminate'));
  const left = await asked('clouds');
  for (const account of [HERE, THERE]) {
    assert.deepEqual(left[account], { things: [], chains: 0, servers: [], addresses: [] }, `left on ${account}`);
  }
  await portal.forget(NAME);
}

/** The chains first, as they ride on the cloud. */
async function remove() {
  await gone('Controllers', 'chains');
  await gone('Clouds', HERE);
  await gone('Clouds', THERE);
}

async function gone(page, name) {
  await portal.menu(page);
  await portal.page.locator('vaadin-grid').getByRole('link', { name, exact: true }).click();
  await portal.heading(name).waitFor();
  await new Accounts(portal, page).remove(name);
}

/** What the clouds themselves say. */
async function asked(what) {
  const answer = await fetch(`${options.fault}/control/${what}`);
  assert.ok(answer.ok, `${what}: ${answer.status}`);
  return answer.json();
}

function machine(member) { return `vnf/${member}/vdu/srv/0`; }
