// Licensed under the Apache License, Version 2.0; see LICENSE.
// A person's day in the portal, played in Chromium against a running distribution: sign in, on-board, dry run,
// instantiate, watch, scale, retry a failed task, terminate. Every page and dialog is scanned by axe in both themes.
// Usage: node story.mjs --url http://127.0.0.1:8181 --user admin --password-file F --packages DIR [--fault CONTROL_URL]
//                       [--out target/story] [--service NAME] [--vim NAME]
import { strict as assert } from 'node:assert';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Portal } from './portal.mjs';

const options = readOptions(process.argv.slice(2));
mkdirSync(options.out, { recursive: true });
const portal = await Portal.open(options);
const started = Date.now();
try {
  await signIn();
  await onboard();
  const operation = await instantiate();
  await watch(operation);
  await look();
  await scale();
  await retry();
  await terminate();
  await signOut();
} catch (error) {
  await portal.shot('failed');
  throw error;
} finally {
  await portal.close();
}
const report = { seconds: Math.round((Date.now() - started) / 1000), clicks: portal.clicks, ...portal.report() };
writeFileSync(join(options.out, 'report.json'), JSON.stringify(report, null, 2));
console.log(`story: ${report.scans} axe scans, ${report.findings.length} serious findings, ${report.clicks} clicks, ${report.seconds} s`);
assert.deepEqual(report.findings, [], 'axe has serious findings');
assert.deepEqual(report.errors, [], 'the browser reported errors');

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

/** Functions first, then services, then something broken; several files at once. */
async function onboard() {
  const files = readdirSync(options.packages).sort().map((name) => join(options.packages, name));
  const services = files.filter((file) => /ns(d)?\./.test(file) || /_ns|nsd/.test(file));
  const functions = files.filter((file) => !services.includes(file));
  await portal.menu('Function catalog');
  await portal.upload(functions);
  await portal.look('catalog-functions');
  await portal.menu('Service catalog');
  await portal.upload(services);
  const broken = { name: 'broken_bad_nsd.yaml', mimeType: 'text/yaml', buffer: Buffer.from('nsd:\n  nsd:\n  - id: x\n    id: [\n') };
  await portal.upload([broken], 'Refused');
  await portal.look('catalog-services');
  await portal.page.locator('vaadin-grid').getByRole('link', { name: options.service }).first().click();
  await portal.heading(options.service).waitFor();
  await portal.look('package');
  await portal.tab('Validation report');
  await portal.look('package-report');
  await portal.tab('Descriptor');
  await portal.look('package-descriptor');
}

async function instantiate() {
  await portal.button('Instantiate');
  await portal.heading('Instantiate a service').waitFor();
  await portal.fill('Name of the new service', options.name);
  await portal.choose('All members', options.vim);
  await portal.button('Dry run');
  await portal.text('This can be done').waitFor();
  await portal.look('instantiate');
  await portal.button('Instantiate');
  await portal.page.waitForURL(/operations\//);
  return portal.page.url();
}

/** The page moves by itself: no reload between the first task and the last. */
async function watch(operation) {
  await portal.page.evaluate(() => { window.neverReloaded = true; });
  const seen = await portal.states('Completed', async (state) => assert.notEqual(state, 'Needs a decision', 'it failed'));
  assert.ok(await portal.page.evaluate(() => window.neverReloaded), 'the page was reloaded');
  assert.ok(seen.size >= 2, 'no progress was seen');
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
  await portal.button('Scale');
  await portal.text('This can be done').waitFor();
  await portal.look('dialog-scale');
  await portal.dialogButton('Scale');
  await portal.page.waitForURL(/operations\//);
  await portal.states('Completed');
}

/** A server create is refused by the cloud; the operation waits for a person, who retries it. */
async function retry() {
  await portal.fault({ verb: 'create', kind: 'server', do: 'status', status: 400, times: 1 });
  await portal.open(options.name);
  await portal.button('Scale');
  await portal.text('This can be done').waitFor();
  await portal.dialogButton('Scale');
  await portal.page.waitForURL(/operations\//);
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

async function terminate() {
  await portal.open(options.name);
  await portal.button('Heal');
  await portal.look('dialog-heal');
  await portal.dialogButton('Cancel');
  await portal.button('Terminate');
  await portal.text(/Deletes/).waitFor();
  await portal.look('dialog-terminate');
  await portal.dialogButton(`Terminate ${options.name}`);
  await portal.page.waitForURL(/operations\//);
  await portal.states('Completed');
  await portal.open(options.name);
  await portal.button('Delete record');
  await portal.look('dialog-delete');
  await portal.dialogButton('Delete');
  await portal.heading('Services').waitFor();
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

function readOptions(args) {
  const found = { url: 'http://127.0.0.1:8181', user: 'admin', out: 'target/story', service: 'edge-cache', vim: '', name: `story-${Date.now() % 100000}` };
  for (let i = 0; i + 1 < args.length; i += 2) {
    found[args[i].replace(/^--/, '')] = args[i + 1];
  }
  found.password ??= found['password-file'] && readFileSync(found['password-file'], 'utf8').trim();
  for (const needed of ['password', 'packages']) {
    assert.ok(found[needed], `--${needed} is needed; see the first lines of story.mjs`);
  }
  return found;
}
