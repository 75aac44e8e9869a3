// Licensed under the Apache License, Version 2.0; see LICENSE.
// A person's day in the portal, played in Chromium against a running distribution: sign in, register a cloud, on-board, dry run,
// instantiate, watch, scale, retry and roll back failed tasks, terminate. Every page and dialog is scanned by axe in
// both themes, every page is also looked at on a narrow screen.
// Usage: node story.mjs --url http://127.0.0.1:8181 --user admin --password-file F --packages DIR --fault CONTROL_URL
//                       [--out target/story] [--service NAME] [--vim NAME]
import { strict as assert } from 'node:assert';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Clouds } from './clouds.mjs';
import { Portal } from './portal.mjs';
import { perform, readOptions } from './steps.mjs';

const defaults = { url: 'http://127.0.0.1:8181', user: 'admin', out: 'target/story', service: 'edge-cache', vim: '', name: `story-${Date.now() % 100000}` };
const options = readOptions(process.argv.slice(2), defaults, ['password', 'packages', 'fault'], readFileSync);
const REFUSAL = { verb: 'create', kind: 'server', do: 'status', status: 400, body: 'A scripted refusal', times: 1 };
/** A function whose outer connection point leads to one that is not there. */
const DANGLING = `vnfd:
  id: dangling
  product-name: dangling
  provider: Telamon
  version: '1.0'
  mgmt-cp: outside
  virtual-compute-desc:
  - {id: one, virtual-cpu: {num-virtual-cpu: 1}, virtual-memory: {size: 1}}
  sw-image-desc:
  - {id: cirros, name: cirros, image: cirros}
  vdu:
  - id: front
    sw-image-desc: cirros
    virtual-compute-desc: one
    int-cpd:
    - id: front-out
  ext-cpd:
  - id: outside
    int-cpd: {vdu-id: front, cpd: gone}
  df:
  - id: default
    vdu-profile:
    - {id: front, min-number-of-instances: 1}
`;
mkdirSync(options.out, { recursive: true });
const portal = await Portal.open(options);
await perform('story', portal, options.out, async (steps) => {
  await steps.play('sign in, after a wrong password', signIn);
  const clouds = new Clouds(portal, options);
  await steps.play('register a cloud: missing fields, a wrong credential, tested, saved', () => clouds.register());
  await steps.play('test, pause and resume the cloud', () => clouds.look());
  await steps.play('a cloud out of a clouds.yaml, then removed', () => clouds.bringFile());
  await steps.play('remove the cloud', () => clouds.remove());
  await steps.play('on-board by drag and drop, several at once', onboard);
  await steps.play('a bad package: file, line, path, hint', refuse);
  await steps.play('read a package, its report, its descriptor', read);
  await steps.play('dry run', dryRun);
  const operation = await steps.play('instantiate', () => portal.instantiate());
  await steps.play('progress by push until it runs', () => watch(operation));
  await steps.play('overview, topology, operations, resources, events', look);
  await steps.play('scale', scale);
  await steps.play('stop, start, change the size, look at a move', reshape);
  await steps.play('a failed task: skip and roll back offered, retried', retry);
  await steps.play('a failed scaling rolled back', rollback);
  await steps.play('progress without WebSocket, by long polling', longPolling);
  await steps.play('terminate, delete the record', terminate);
  await steps.play('unknown page, sign out', signOut);
});

async function signIn() {
  await portal.goto('instances');
  await portal.page.locator('input[name=username]').waitFor();
  await portal.look('login');
  await portal.credentials(options.user, 'certainly wrong');
  await portal.text(/user name or password is wrong/i).first().waitFor();
  await portal.shot('login-refused');
  await portal.credentials(options.user, options.password);
  await portal.heading('Services').waitFor();
  await portal.look('services');
}

/** Functions first, then services; each time all files in one drop. */
async function onboard() {
  const files = readdirSync(options.packages).sort().map((name) => join(options.packages, name));
  const services = files.filter((file) => /_ns\./.test(file));
  const functions = files.filter((file) => !services.includes(file));
  assert.ok(services.length > 1 && functions.length > 1, `several of each kind are needed in ${options.packages}`);
  await portal.menu('Function catalog');
  await portal.drop(functions);
  await portal.taken(functions);
  await portal.look('catalog-functions');
  await portal.menu('Service catalog');
  await portal.drop(services);
  await portal.taken(services);
}

/** A reference to nothing is told with its place and what to do. */
async function refuse() {
  const file = join(options.out, 'dangling_vnfd.yaml');
  writeFileSync(file, DANGLING);
  await portal.drop([file]);
  await portal.taken([file], 'Refused');
  const cells = await portal.result(file).locator('tbody tr', { hasText: 'gone' }).first().locator('td').allInnerTexts();
  const line = DANGLING.split('\n').findIndex((text) => text.includes('id: outside')) + 1;
  assert.equal(cells[1], 'dangling_vnfd.yaml');
  assert.equal(cells[2], String(line));
  assert.ok(Number(cells[3]) > 0, 'the column is missing');
  assert.match(cells[4], /^vnfd\.ext-cpd\[0]/);
  assert.match(cells[5], /gone[^]*correct the reference[^]*REFERENCE_DANGLING/);
  await portal.look('catalog-services');
}

async function read() {
  await portal.page.locator('vaadin-grid').getByRole('link', { name: options.service, exact: true }).first().click();
  await portal.heading(options.service).waitFor();
  await portal.look('package');
  await portal.tab('Validation report');
  await portal.look('package-report');
  await portal.tab('Descriptor');
  await portal.look('package-descriptor');
}

async function dryRun() {
  await portal.button('Instantiate');
  await portal.heading('Instantiate a service').waitFor();
  await portal.fill('Name of the new service', options.name);
  await portal.choose('All members', options.vim);
  await portal.dryRun();
  await portal.text(/Creates .*3 machines/).waitFor();
  await portal.look('instantiate');
}

async function watch(operation) {
  await portal.watch();
  await portal.look('operation');
  await portal.page.locator('tm-timeline button').first().click();
  await portal.heading(/^Create/).waitFor();
  await portal.look('operation-task');
  await portal.page.goto(operation);
  await portal.page.locator('tm-timeline button').first().waitFor();
}

async function look() {
  await portal.open(options.name);
  await portal.look('service-overview');
  for (const tab of ['Topology', 'Operations', 'Resources', 'Events']) {
    await portal.tab(tab);
    await portal.look(`service-${tab.toLowerCase()}`);
    if (tab === 'Topology') {
      await portal.page.locator('tm-graph .node').last().click();
      await portal.look('service-topology-node');
    }
  }
}

async function scale() {
  await portal.scale(options.name, () => portal.look('dialog-scale'));
  await portal.states('Completed');
}

async function reshape() {
  for (const [item, button] of [['Stop machines', 'Stop'], ['Start machines', 'Start']]) {
    await portal.more(options.name, item);
    await portal.text(/Acts on/).waitFor();
    await portal.look(`dialog-${button.toLowerCase()}`);
    await portal.dialogButton(button);
    await portal.page.waitForURL(/operations\//);
    await portal.states('Completed');
  }
  await portal.more(options.name, 'Change size of machines');
  await portal.text('Give a number of CPUs').waitFor();
  await portal.fill('Virtual CPUs', '3');
  await portal.text(/Changes/).waitFor();
  await portal.look('dialog-resize');
  await portal.dialogButton('Change size');
  await portal.page.waitForURL(/operations\//);
  await portal.states('Completed');
  await portal.more(options.name, 'Move to another cloud');
  await portal.text('Choose the cloud.').waitFor();
  await portal.look('dialog-move');
  await portal.dialogButton('Cancel');
}

/** A server create is refused by the cloud; the operation waits for a person, who retries it. */
async function retry() {
  await portal.fault(REFUSAL);
  await portal.scale(options.name);
  await portal.states('Needs a decision');
  await portal.page.locator('tm-timeline button[data-state="Failed"]').first().click();
  await portal.text('Tries').waitFor();
  await portal.look('operation-failed');
  await portal.button('Skip this task');
  await portal.look('dialog-skip');
  await portal.dialogButton('Cancel');
  await portal.button('Roll back');
  await portal.look('dialog-rollback');
  await portal.dialogButton('Cancel');
  await portal.button('Retry failed tasks');
  await portal.states('Completed');
  await portal.shot('operation-retried');
}

async function rollback() {
  await portal.fault(REFUSAL);
  await portal.scale(options.name);
  await portal.states('Needs a decision');
  await portal.button('Roll back');
  await portal.dialogButton('Roll back');
  await portal.states('Rolled back');
  await portal.shot('operation-rolled-back');
}

/** Behind a proxy that lets no WebSocket through the page moves as well. */
async function longPolling() {
  const behindProxy = await Portal.open({ ...options, sockets: false });
  try {
    await behindProxy.signIn();
    await behindProxy.scale(options.name);
    await behindProxy.page.evaluate(() => { window.neverReloaded = true; });
    let waited = 0;
    await behindProxy.states('Completed', async () => waited++);
    assert.ok(waited > 0, 'it was complete before anybody looked');
    assert.ok(await behindProxy.page.evaluate(() => window.neverReloaded), 'the page was reloaded');
    assert.equal(behindProxy.pushed, 0, 'a WebSocket was used');
    await behindProxy.shot('operation-long-polling');
  } finally {
    await behindProxy.close();
  }
}

async function terminate() {
  await portal.open(options.name);
  await portal.button('Heal');
  await portal.look('dialog-heal');
  await portal.dialogButton('Cancel');
  await portal.terminate(options.name, async () => {
    await portal.text(/Deletes/).waitFor();
    await portal.look('dialog-terminate');
  });
  await portal.forget(options.name, () => portal.look('dialog-delete'));
}

async function signOut() {
  await portal.page.goto(`${portal.base}/nowhere`);
  await portal.heading('Nothing here').waitFor();
  await portal.look('not-found');
  await portal.page.getByRole('menuitem', { name: /Signed in as/ }).click();
  await portal.page.getByRole('menuitem', { name: 'Sign out' }).click();
  await portal.text('You are signed out.').waitFor();
  await portal.look('signed-out');
}
