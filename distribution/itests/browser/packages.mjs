// Licensed under the Apache License, Version 2.0; see LICENSE.
// Plays the committed table of packages in the portal, row by row: on-board by drag and drop, compare verdict and
// findings, dry run, instantiate, compare what stands with the table, terminate, nothing left. Accounts and the empty
// catalog before each set are prepared over REST.
// Usage: node packages.mjs --url URL --user admin --password-file F --packed DIR --vim NAME --cloud CONTROL_URL
//                          --sdn CONTROL_URL [--sets "SET ..."] [--out target/packages]
import { strict as assert } from 'node:assert';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Footprint } from './footprint.mjs';
import { Portal } from './portal.mjs';
import { readOptions } from './steps.mjs';

const TABLE = '../../acceptance/src/main/resources/io/telamon/acceptance/packages.csv';
const GIVEN = ['mgmt', 'net_mgmt', 'net0', 'net1', 'service'];
const options = readOptions(process.argv.slice(2), { sets: '', out: 'target/packages' },
  ['url', 'user', 'password', 'packed', 'vim', 'cloud', 'sdn'], readFileSync);
mkdirSync(options.out, { recursive: true });
const files = readFileSync(join(options.packed, 'index'), 'utf8').trim().split('\n');
const rows = readTable(readFileSync(new URL(TABLE, import.meta.url), 'utf8')).map((row, i) => ({ ...row, number: i + 1, file: files[i] }));
assert.equal(files.length, rows.length, 'the packed files are not those of the table');
const wished = options.sets.split(' ').filter(Boolean);
const played = rows.filter((row) => wished.length === 0 || wished.includes(row.set));

await prepare();
const portal = await Portal.open(options);
const started = Date.now();
try {
  await portal.signIn();
  let set = '';
  for (const row of played) {
    if (row.set !== set) await clearCatalog();
    set = row.set;
    row.wrong = await play(row).catch((error) => [String(error.message).split('\n')[0]]);
    if (row.wrong.length > 0) await portal.shot(`row-${row.number}`);
    print(row);
  }
  await clearCatalog();
} finally {
  await portal.close();
}
const differing = played.filter((row) => row.wrong.length > 0);
writeFileSync(join(options.out, 'report.json'), JSON.stringify({ rows: played, ...portal.report() }, null, 2));
console.log(`packages through the portal: ${played.length} rows, ${played.length - differing.length} as expected, `
  + `${differing.length} differing, ${played.filter((row) => row.ran).length} services ran, ${Math.round((Date.now() - started) / 1000)} s`);
assert.deepEqual(portal.report().errors, [], 'the browser reported errors');
process.exitCode = differing.length > 0 || played.length === 0 ? 1 : 0;

/** Answers what was not as the table says. */
async function play(row) {
  const wrong = [];
  const result = await onboard(row);
  row.shown = (await result.innerText()).replace(/\s+/g, ' ');
  const state = await result.locator('tm-state').first().evaluate((element) => element.label);
  const taken = row.verdict === '201';
  if (state !== (taken ? 'On-boarded' : 'Refused')) wrong.push(`on-boarding: ${state}, ${row.shown}`);
  if (!taken) wrong.push(...missing(refusal(row.verdict), row.shown).map((word) => `refused without "${word}": ${row.shown}`));
  same(wrong, 'findings', words(row.findings), [...new Set(await result.locator('.tm-findings td code.tm-hint').allTextContents())].sort());
  if (taken && row.then !== '-' && wrong.length === 0) await live(row, result, wrong);
  return wrong;
}

async function onboard(row) {
  await portal.goto('catalog/ns');
  await portal.drop([row.file]);
  await portal.taken([row.file], /On-boarded|Refused/);
  return portal.result(row.file);
}

async function live(row, result, wrong) {
  const name = `trial-${row.number}`;
  await result.locator('a[href*="catalog/ns/"]').first().click();
  await portal.button('Instantiate');
  await portal.fill('Name of the new service', name);
  await portal.choose('All members', options.vim);
  await portal.button('Dry run');
  if (row.then !== 'running') {
    const told = portal.page.locator('.tm-refusals, .tm-error').first();
    await told.waitFor();
    wrong.push(...missing(row.then.split(' ').slice(2), await told.innerText()).map((word) => `dry run without "${word}"`));
    return;
  }
  const answer = portal.page.locator('.tm-plan, .tm-error').first();
  await answer.waitFor();
  assert.match(await answer.innerText(), /Creates/);
  assert.equal(await portal.page.locator('.tm-refusals').count(), 0, await answer.innerText());
  await portal.instantiate();
  await portal.completed();
  await compare(row, name, wrong);
  await portal.terminate(name);
  await nothingLeft(wrong);
  await portal.forget(name);
}

/** What the pages of the running service show, against the table. */
async function compare(row, name, wrong) {
  await portal.open(name);
  const seen = await Footprint.of(portal);
  row.ran = true;
  row.seen = seen;
  same(wrong, 'servers', row.servers.split(' ').sort(), seen.servers);
  same(wrong, 'networks', words(row.networks), seen.networks);
  same(wrong, 'chains', words(row.chains).map(Footprint.hops), seen.chains);
  same(wrong, 'not active', [], seen.strange);
}

async function nothingLeft(wrong) {
  let left = [];
  for (let tries = 0; tries < 50; tries++) {
    left = [...await things(options.cloud), ...await things(options.sdn)].filter((thing) => !GIVEN.includes(thing));
    if (left.length === 0) return;
    await portal.page.waitForTimeout(200);
  }
  wrong.push(`left: ${left}`);
}

async function things(control) {
  const answer = await fetch(`${control}/control/worlds/${options.vim}`);
  return answer.ok ? ((await answer.json()).things ?? []).map((thing) => thing.name) : [];
}

async function prepare() {
  const layout = { zones: ['zone-1', 'nova'], hostsPerZone: 16, hostVcpus: -1, hostMemoryMb: -1 };
  const world = await fetch(`${options.cloud}/control/worlds/${options.vim}`, { method: 'PUT', body: JSON.stringify({ networks: GIVEN, layout }) });
  assert.ok(world.ok, `the simulator refused its settings: ${world.status}`);
  const account = (control, settings) => ({ name: options.vim, type: 'simulator', endpoint: `${control}/w/${options.vim}`, secret: '', settings });
  await rest('POST', '/api/v1/sdn-accounts', account(options.sdn, {}));
  await rest('POST', '/api/v1/vim-accounts', account(options.cloud, { 'sdn-account': options.vim }));
}

/** Services first, then the functions that they name. */
async function clearCatalog() {
  for (let tries = 0; tries < 5; tries++) {
    const all = await (await rest('GET', '/api/v1/packages?page_size=1000')).json();
    if (all.length === 0) return;
    all.sort((a, b) => Number(b.kind === 'NS') - Number(a.kind === 'NS'));
    for (const one of all) await rest('DELETE', `/api/v1/packages/${one.id}`, undefined, [409]);
  }
  throw new Error('the catalog could not be cleared');
}

async function rest(method, path, body, alsoGood = []) {
  const headers = { Authorization: `Basic ${Buffer.from(`${options.user}:${options.password}`).toString('base64')}`, 'Content-Type': 'application/json' };
  const answer = await fetch(`${options.url}${path}`, { method, headers, body: body && JSON.stringify(body) });
  if (!answer.ok && !alsoGood.includes(answer.status)) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}

function readTable(text) {
  const [head, ...lines] = text.split('\n').filter((line) => line.trim());
  const names = head.split(';');
  return lines.map((line) => Object.fromEntries(line.split(';').map((cell, i) => [names[i].trim(), cell.trim()])));
}

/** Words that a refusal must show; a refusal with findings shows these instead of the code above them. */
function refusal(verdict) {
  return verdict.split(' ').slice(1).filter((word) => word !== 'INVALID_PACKAGE');
}
function missing(expected, text) { return expected.filter((word) => !text.includes(word)); }
function words(cell) { return cell.split(' ').filter(Boolean).sort(); }
function same(wrong, what, expected, seen) {
  if (JSON.stringify(expected) !== JSON.stringify(seen)) wrong.push(`${what}: expected ${JSON.stringify(expected)}, was ${JSON.stringify(seen)}`);
}
function print(row) {
  const then = row.ran ? `ran: ${row.seen.servers.length} servers, ${row.seen.networks.length} networks${row.chains && ', chain'}` : row.then;
  console.log([String(row.number).padStart(2), row.set.padEnd(18), row.source.slice(-52).padEnd(52), row.verdict.split(' ').slice(0, 2).join(' ').padEnd(22),
    then.padEnd(38), row.wrong.length === 0 ? 'as expected' : `DIFFERS: ${row.wrong.join('; ')}`].join('  '));
}
