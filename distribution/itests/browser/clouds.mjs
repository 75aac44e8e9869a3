// Licensed under the Apache License, Version 2.0; see LICENSE.
// An operator registers a cloud in the portal: by hand with a wrong credential first, tested before and after it is
// saved, paused, resumed; another one out of a clouds.yaml; both are removed again.
import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Accounts } from './accounts.mjs';

const SECRET = 'open-sesame-4711';
const SETTINGS = { secret: SECRET, limits: { servers: 10, vcpus: 4, memoryMb: 8192, networks: -1 }, images: ['cirros', 'debian-12'], networks: ['public'] };

export class Clouds {
  #portal;
  #options;
  #name;
  #accounts;

  constructor(portal, options) {
    this.#portal = portal;
    this.#accounts = new Accounts(portal);
    this.#options = options;
    this.#name = `${options.name}-cloud`;
  }

  /** A world of the simulator that takes one credential only. */
  async #world() {
    const answer = await fetch(`${this.#options.fault}/control/worlds/${this.#name}`, { method: 'PUT', body: JSON.stringify(SETTINGS) });
    assert.ok(answer.ok, `the simulator refused the world: ${answer.status}`);
  }

  /** What is missing is marked, a wrong credential is named at its step, the right one is saved. */
  async register() {
    const portal = this.#portal;
    await this.#world();
    await this.#accounts.open(() => portal.look('clouds'));
    await portal.text('Kinds of cloud whose plug-in').waitFor();
    await portal.choose('Type', 'simulator');
    await this.#accounts.press('Test connection');
    await portal.text('This is needed').first().waitFor();
    await portal.look('dialog-cloud-missing');
    await this.#accounts.fields({ Name: this.#name, Endpoint: `${this.#options.fault}/w/${this.#name}`, Credential: 'swordfish' });
    await this.#accounts.test('Does not work');
    await portal.text('This step failed: Credentials').waitFor();
    assert.ok(!(await portal.page.locator('.tm-check').innerText()).includes('swordfish'), 'the credential is shown');
    await portal.look('dialog-cloud-refused');
    await this.#accounts.fields({ Credential: SECRET });
    await this.#accounts.test('Works');
    await portal.look('dialog-cloud-works');
    await this.#accounts.save(this.#name);
  }

  async look() {
    const portal = this.#portal;
    await portal.look('cloud-new');
    await portal.button('Test connection');
    await this.#accounts.verdict('Works');
    await portal.page.locator('.tm-quota-number', { hasText: '0 of 10' }).waitFor();
    await portal.quiet();
    await portal.look('cloud');
    await portal.button('Pause');
    await portal.look('dialog-cloud-pause');
    await portal.dialogButton('Pause');
    await portal.page.locator('.tm-masthead tm-state').filter({ hasText: 'Paused' }).waitFor();
    await portal.button('Resume');
    await portal.page.locator('.tm-masthead tm-state').filter({ hasText: 'Working' }).waitFor();
  }

  /** The type of the file has no plug-in here perhaps: the account is kept and waits. */
  async bringFile() {
    const portal = this.#portal;
    const file = join(this.#options.out, 'clouds.yaml');
    writeFileSync(file, `clouds:\n  ${this.#options.name}-lab:\n    auth:\n      auth_url: http://127.0.0.1:9/v3\n`
      + '      username: nfv\n      password: kept-on-the-server\n      project_name: edge\n'
      + '      user_domain_id: default\n      project_domain_id: default\n    region_name: north\n    volume_api_version: 3\n');
    await this.#accounts.open(() => portal.look('clouds-list'));
    await this.#accounts.unfold('Fill in from a clouds.yaml');
    await portal.drop([file]);
    await portal.text('Not taken over: volume_api_version').waitFor();
    assert.ok(!(await portal.page.content()).includes('kept-on-the-server'), 'the credential reached the browser');
    await portal.look('dialog-cloud-file');
    await this.#accounts.test('Does not work');
    await this.#accounts.save(`${this.#options.name}-lab`, 'Save all the same');
    await portal.quiet();
    await portal.look('cloud-file');
    await this.#remove(`${this.#options.name}-lab`);
  }

  async remove() {
    await this.#portal.page.locator('vaadin-grid').getByRole('link', { name: this.#name, exact: true }).click();
    await this.#portal.heading(this.#name).waitFor();
    await this.#remove(this.#name);
  }

  async #remove(name) {
    await this.#accounts.remove(name, () => this.#portal.look('dialog-cloud-remove'));
  }
}
