// Licensed under the Apache License, Version 2.0; see LICENSE.
// Accounts of clouds or controllers, as a person registers them in the dialog and removes them.

export class Accounts {
  #portal;
  #page;
  #title;

  /** `page` is the item of the menu, `title` what the button there says. */
  constructor(portal, page = 'Clouds', title = 'Register a cloud') {
    this.#portal = portal;
    this.#page = page;
    this.#title = title;
  }

  /** The list; its button in the head, as an empty list offers it a second time. */
  async open(look = async () => {}) {
    await this.#portal.menu(this.#page);
    await look();
    await this.#portal.page.locator('.tm-list-head').getByRole('button', { name: this.#title }).click();
    this.#portal.clicks++;
  }

  /** Fills in fields by their labels, in this order. */
  async fields(values) {
    for (const [label, value] of Object.entries(values)) {
      await this.#dialog().getByLabel(label, { exact: true }).fill(value);
      await this.#portal.page.keyboard.press('Tab');
      this.#portal.clicks++;
    }
  }

  async press(name) {
    await this.#dialog().getByRole('button', { name, exact: true }).click();
    this.#portal.clicks++;
  }

  /** Opens a part that is closed at first. */
  async unfold(title) {
    await this.#dialog().locator('vaadin-details-summary', { hasText: title }).click();
    this.#portal.clicks++;
  }

  /** Tests what the form says; the verdict must be this. */
  async test(verdict) {
    await this.press('Test connection');
    await this.verdict(verdict);
  }

  async verdict(word) {
    await this.#portal.page.locator('.tm-check-head tm-state').filter({ hasText: word }).first().waitFor();
  }

  /** Saves; the account's page is there afterwards. */
  async save(name, button = 'Save') {
    await this.press(button);
    await this.#portal.heading(name).waitFor();
  }

  /** Removes the account whose page is open. */
  async remove(name, look = async () => {}) {
    const portal = this.#portal;
    await portal.button('Remove');
    await look();
    await portal.dialogButton('Remove');
    await portal.heading(this.#page).waitFor();
    await portal.quiet();
    await portal.page.locator('vaadin-grid').getByRole('link', { name, exact: true }).waitFor({ state: 'detached' });
  }

  #dialog() { return this.#portal.page.locator('vaadin-dialog-overlay'); }
}
