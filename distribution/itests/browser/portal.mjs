// Licensed under the Apache License, Version 2.0; see LICENSE.
// The portal as a person uses it, by names and roles; keeps screenshots and what axe and the console said.
import { strict as assert } from 'node:assert';
import { createRequire } from 'node:module';
import { mkdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { chromium } from 'playwright-core';

const axe = createRequire(import.meta.url).resolve('axe-core');
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const PATIENCE = 30_000;
const SETTLE = 350;
const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 800, height: 900 };

export class Portal {
  #browser;
  #options;
  #findings = [];
  #errors = [];
  #scans = 0;
  clicks = 0;
  /** How many frames came over WebSockets. */
  pushed = 0;

  /** Starts a browser; with `sockets: false` in one that has no WebSockets, as behind some proxies. */
  static async open(options) {
    const portal = new Portal();
    portal.#options = options;
    portal.base = `${options.url}/portal`;
    portal.#browser = await chromium.launch({ executablePath: options.chromium ?? '/usr/bin/chromium', args: FLAGS });
    const context = await portal.#browser.newContext({ viewport: WIDE, colorScheme: 'light' });
    context.setDefaultTimeout(PATIENCE);
    if (options.sockets === false) await context.addInitScript(() => { delete window.WebSocket; });
    portal.page = await context.newPage();
    portal.page.on('websocket', (socket) => socket.on('framereceived', () => portal.pushed++));
    portal.page.on('pageerror', (error) => portal.#errors.push(String(error)));
    portal.page.on('console', (message) => {
      if (message.type() === 'error' && !/404/.test(message.text())) portal.#errors.push(message.text());
    });
    return portal;
  }

  async close() { await this.#browser.close(); }
  report() { return { scans: this.#scans, findings: this.#findings, errors: this.#errors }; }

  async goto(path) { await this.page.goto(`${this.base}/${path}`); }
  text(text) { return this.page.getByText(text); }
  heading(name) { return this.page.getByRole('heading', { name }).first(); }

  async #click(locator) {
    await locator.click();
    this.clicks++;
  }

  async credentials(user, password) {
    await this.page.locator('input[name=username]').fill(user);
    await this.page.locator('input[name=password]').fill(password);
    await this.#click(this.page.getByRole('button', { name: 'Sign in' }));
  }

  /** From the empty browser to the list of services. */
  async signIn() {
    await this.goto('instances');
    await this.credentials(this.#options.user, this.#options.password);
    await this.heading('Services').waitFor();
  }

  async menu(name) {
    await this.#click(this.page.locator('vaadin-side-nav-item', { hasText: name }));
    await this.heading(name).waitFor();
  }

  async button(name) { await this.#click(this.page.locator('#tm-main').getByRole('button', { name, exact: true })); }
  async tab(name) { await this.#click(this.page.getByRole('tab', { name })); }
  async dialogButton(name) {
    const button = this.page.locator('vaadin-dialog-overlay').getByRole('button', { name, exact: true });
    await this.#click(button);
    await button.waitFor({ state: 'detached' });
  }

  async fill(label, value) {
    await this.page.getByLabel(label).fill(value);
    await this.page.keyboard.press('Tab');
    await this.page.waitForTimeout(SETTLE * 2);
  }

  /** Picks an item of a combo box; an empty wish leaves it as it is. */
  async choose(label, item) {
    if (item) {
      await this.#click(this.page.getByRole('combobox', { name: label }));
      const offered = this.page.locator('vaadin-combo-box-item').filter({ visible: true });
      await this.#click(offered.filter({ hasText: item }).first());
      await offered.first().waitFor({ state: 'hidden' });
    }
  }

  /** Drags files from the desktop over the upload and drops them, all at once. */
  async drop(files) {
    const area = await this.page.locator('vaadin-upload').boundingBox();
    const devtools = await this.page.context().newCDPSession(this.page);
    const data = { items: [], files: files.map((file) => resolve(file)), dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop']) {
      await devtools.send('Input.dispatchDragEvent', { type, x: area.x + area.width / 2, y: area.y + area.height / 2, data });
    }
    await devtools.detach();
    this.clicks++;
  }

  /** Until no message stands on the page; one that fades has no contrast. */
  async quiet() { await this.page.locator('vaadin-notification-card').first().waitFor({ state: 'detached' }); }

  /** What the page says about an uploaded file. */
  result(file) { return this.page.locator('.tm-upload-result', { hasText: basename(file) }).first(); }

  /** Waits until each file has its result; what is there from an earlier run counts. */
  async taken(files, outcome = /On-boarded|ALREADY_EXISTS/) {
    for (const file of files) {
      await this.page.locator('.tm-upload-result', { hasText: basename(file) }).filter({ hasText: outcome }).first().waitFor();
    }
  }

  /** Opens a service from the list. */
  async open(name) {
    await this.menu('Services');
    await this.#click(this.page.locator('vaadin-grid').getByRole('link', { name, exact: true }));
    await this.heading(name).waitFor();
  }

  /** Scales by what the dialog proposes; answers once the operation's page is there. */
  async scale(name, look = async () => {}) {
    await this.open(name);
    await this.button('Scale');
    await this.text('This can be done').waitFor();
    await look();
    await this.dialogButton('Scale');
    await this.page.waitForURL(/operations\//);
  }

  /** Opens what the menu "More" of a service offers. */
  async more(name, what) {
    await this.open(name);
    await this.#click(this.page.locator('#tm-main').getByRole('menuitem', { name: 'More' }));
    await this.#click(this.page.getByRole('menuitem', { name: what }));
  }

  /** Dry run of the form that is open; it must be possible. */
  async dryRun() {
    await this.button('Dry run');
    await this.text('This can be done').waitFor();
  }

  /** Accepts the form that is open; answers the address of the operation. */
  async instantiate() {
    await this.button('Instantiate');
    await this.page.waitForURL(/operations\//);
    return this.page.url();
  }

  /** Takes a service down whose page is open. */
  async terminate(name, look = async () => {}) {
    await this.button('Terminate');
    await look();
    await this.dialogButton(`Terminate ${name}`);
    await this.page.waitForURL(/operations\//);
    await this.completed();
  }

  /** Deletes the record of a service that has nothing on any cloud. */
  async forget(name, look = async () => {}) {
    await this.open(name);
    await this.button('Delete record');
    await look();
    await this.dialogButton('Delete');
    await this.heading('Services').waitFor();
  }

  /** Watches an operation to its good end; its page moves by itself, without a reload. */
  async watch() {
    await this.page.evaluate(() => { window.neverReloaded = true; });
    const seen = await this.completed();
    assert.ok(await this.page.evaluate(() => window.neverReloaded), 'the page was reloaded');
    assert.ok(seen.size >= 2, 'no progress was seen');
    assert.ok(this.pushed > 0, 'nothing came over a WebSocket');
  }

  /** Waits for the good end of an operation; one that needs a decision tells why. */
  async completed() {
    return this.states('Completed', async (state) => {
      if (state === 'Needs a decision') throw new Error(await this.page.locator('.tm-error').first().innerText());
    });
  }

  /** Waits for a state in the head of the page; answers the texts of progress that were seen on the way. */
  async states(wanted, check = async () => {}) {
    const seen = new Set();
    const end = Date.now() + 8 * PATIENCE;
    while (Date.now() < end) {
      const head = await this.page.locator('.tm-masthead').innerText();
      const state = await this.page.locator('.tm-masthead tm-state').evaluate((element) => element.label);
      seen.add(/\d+ of \d+ done/.exec(head)?.[0]);
      if (state === wanted) return seen;
      await check(state);
      await this.page.waitForTimeout(100);
    }
    throw new Error(`The operation did not become "${wanted}": ${[...seen].join(', ')}`);
  }

  /** Orders a fault where the cloud is controlled. */
  async fault(what) {
    if (!this.#options.fault) throw new Error('--fault with the address where faults are ordered is needed for the failed task');
    const answer = await fetch(`${this.#options.fault}/control/faults`, { method: 'POST', body: JSON.stringify(what) });
    if (!answer.ok) throw new Error(`The fault was refused: ${answer.status} ${await answer.text()}`);
  }

  async shot(name) {
    mkdirSync(this.#options.out, { recursive: true });
    await this.page.screenshot({ path: join(this.#options.out, `${name}.png`) });
  }

  /** A screenshot and an axe scan in the light and in the dark theme; of a page also a narrow screenshot. */
  async look(name) {
    for (const colorScheme of ['light', 'dark']) {
      await this.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await this.page.waitForTimeout(SETTLE);
      await this.shot(`${name}-${colorScheme}`);
      await this.#scan(`${name}-${colorScheme}`);
    }
    await this.page.emulateMedia({ colorScheme: 'light' });
    if (!name.startsWith('dialog-')) await this.#narrow(name);
  }

  /** Nothing may stick out on a small screen; what is wide scrolls inside its own frame. */
  async #narrow(name) {
    await this.page.setViewportSize(NARROW);
    await this.page.waitForTimeout(SETTLE);
    await this.shot(`${name}-narrow`);
    const wide = await this.page.evaluate(() => document.scrollingElement.scrollWidth - window.innerWidth);
    if (wide > 0) {
      this.#findings.push({ page: `${name}-narrow`, rule: 'sticks-out', where: 'html', why: `${wide} pixels at ${NARROW.width}` });
    }
    await this.page.setViewportSize(WIDE);
    await this.page.waitForTimeout(SETTLE);
  }

  async #scan(name) {
    if (!(await this.page.evaluate(() => 'axe' in window))) {
      await this.page.addScriptTag({ path: axe });
    }
    const result = await this.page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
    this.#scans++;
    for (const violation of result.violations.filter((v) => v.impact === 'serious' || v.impact === 'critical')) {
      for (const node of violation.nodes) {
        this.#findings.push({ page: name, rule: violation.id, where: node.target.flat().join(' '), why: node.failureSummary });
      }
    }
  }
}

