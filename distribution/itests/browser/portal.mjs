// Licensed under the Apache License, Version 2.0; see LICENSE.
// The portal as a person uses it, by names and roles; keeps screenshots and what axe and the console said.
import { createRequire } from 'node:module';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const axe = createRequire(import.meta.url).resolve('axe-core');
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const PATIENCE = 30_000;
const SETTLE = 350;

export class Portal {
  #browser;
  #options;
  #findings = [];
  #errors = [];
  #scans = 0;
  clicks = 0;

  static async open(options) {
    const portal = new Portal();
    portal.#options = options;
    portal.base = `${options.url}/portal`;
    portal.#browser = await chromium.launch({ executablePath: options.chromium ?? '/usr/bin/chromium', args: FLAGS });
    const context = await portal.#browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
    context.setDefaultTimeout(PATIENCE);
    portal.page = await context.newPage();
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
      await this.#click(this.page.locator('vaadin-combo-box-item', { hasText: item }).first());
    }
  }

  /** Hands files to the upload and waits until each has its result; what is there from an earlier run counts. */
  async upload(files, outcome = /On-boarded|ALREADY_EXISTS/) {
    await this.page.locator('vaadin-upload input[type=file]').setInputFiles(files);
    for (const file of files) {
      const name = (file.name ?? file).split('/').pop();
      const result = this.page.locator('.tm-upload-result', { hasText: name });
      await result.filter({ hasText: outcome }).first().waitFor();
    }
  }

  /** Opens a service from the list. */
  async open(name) {
    await this.menu('Services');
    await this.#click(this.page.locator('vaadin-grid').getByRole('link', { name, exact: true }));
    await this.heading(name).waitFor();
  }

  /** Waits for a state in the head of the page; answers the progress texts that were seen on the way. */
  async states(wanted, check = async () => {}) {
    const seen = new Set();
    const end = Date.now() + 4 * PATIENCE;
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

  /** Arms a fault of the simulator by its control API. */
  async fault(what) {
    if (!this.#options.fault) throw new Error('--fault with the simulator\'s address is needed for the failed task');
    const answer = await fetch(`${this.#options.fault}/control/faults`, { method: 'POST', body: JSON.stringify(what) });
    if (!answer.ok) throw new Error(`The simulator refused the fault: ${answer.status} ${await answer.text()}`);
  }

  async shot(name) {
    mkdirSync(this.#options.out, { recursive: true });
    await this.page.screenshot({ path: join(this.#options.out, `${name}.png`) });
  }

  /** A screenshot and an axe scan in the light and in the dark theme. */
  async look(name) {
    for (const colorScheme of ['light', 'dark']) {
      await this.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await this.page.waitForTimeout(SETTLE);
      await this.shot(`${name}-${colorScheme}`);
      await this.#scan(`${name}-${colorScheme}`);
    }
    await this.page.emulateMedia({ colorScheme: 'light' });
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
