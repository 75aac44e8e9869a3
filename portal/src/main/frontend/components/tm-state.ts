/* Licensed under the Apache License, Version 2.0; see LICENSE. */
import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { toneIcon, toneStyles, type Tone } from './tones';

/** One state, shown the same everywhere: icon, word and colour. */
@customElement('tm-state')
export class TmState extends LitElement {
  /** How it feels. */
  @property() tone: Tone = 'off';
  /** The word. */
  @property() label = '';

  static styles = [
    toneStyles,
    css`
      :host { display: inline-flex; vertical-align: middle; max-width: 100%; }
      .state { display: inline-flex; align-items: center; gap: .4em; min-width: 0; font-weight: 500; line-height: 1.3; }
      svg { flex: none; width: 1.15em; height: 1.15em; }
      span.word { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    `,
  ];

  render() {
    return html`<span class="state ${this.tone}">
      <svg viewBox="0 0 16 16" aria-hidden="true">${toneIcon(this.tone)}</svg>
      <span class="word">${this.label}</span>
    </span>`;
  }
}
