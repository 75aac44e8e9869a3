/* Licensed under the Apache License, Version 2.0; see LICENSE. */
import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { toneIcon, toneStyles, type Tone } from './tones';

/** One task as the server sends it; times are milliseconds since 1970, 0 for "not yet". */
export interface TaskBar {
  id: string;
  verb: string;
  name: string;
  place: string;
  tone: Tone;
  label: string;
  start: number;
  end: number;
  attempt: number;
  note: string;
}

/** Words that the component shows; the server translates them. */
interface Words { empty: string; attempt: string; }

const TICK_MS = 1000;

/**
 * Gantt of the tasks of an operation. Each row is a button: Enter opens it, arrows move.
 * Fires `task-select` with `{id}`.
 */
@customElement('tm-timeline')
export class TmTimeline extends LitElement {
  /** The tasks, in planned order. */
  @property({ type: Array }) items: TaskBar[] = [];
  /** The server's clock when it sent the items. */
  @property({ type: Number }) clock = 0;
  /** Id of the selected task. */
  @property() selected = '';
  /** Words by name. */
  @property({ type: Object }) words: Words = { empty: '', attempt: '' };

  @state() private ticks = 0;
  private received = 0;
  private timer?: number;

  static styles = [
    toneStyles,
    css`
      :host { display: block; font-size: var(--lumo-font-size-s); }
      ol { list-style: none; margin: 0; padding: 0; }
      li { content-visibility: auto; contain-intrinsic-size: auto 34px; }
      .head, button { display: grid; grid-template-columns: minmax(15rem, 34%) 1fr 4.5rem; gap: .75rem; align-items: center; width: 100%; }
      .head { color: var(--lumo-secondary-text-color); font-size: var(--lumo-font-size-xs); padding: 0 .5rem .25rem; box-sizing: border-box; }
      .scale { position: relative; height: 1.2em; }
      .scale span { position: absolute; transform: translateX(-50%); white-space: nowrap; }
      .scale span:first-child { transform: none; }
      .scale span:last-child { transform: translateX(-100%); }
      button { font: inherit; color: inherit; background: none; border: 0; border-top: 1px solid var(--lumo-contrast-10pct);
        padding: .35rem .5rem; box-sizing: border-box; text-align: left; cursor: pointer; min-height: 34px; }
      button:hover { background: var(--lumo-contrast-5pct); }
      button[aria-pressed='true'] { background: var(--lumo-primary-color-10pct); }
      button:focus-visible { outline: 2px solid var(--lumo-primary-color); outline-offset: -2px; }
      .what { display: flex; align-items: center; gap: .5rem; min-width: 0; }
      .what svg { flex: none; width: 16px; height: 16px; }
      .text { min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      .verb { color: var(--lumo-secondary-text-color); font-size: .85em; letter-spacing: .02em; margin-right: .35em; }
      .place, .note { color: var(--lumo-secondary-text-color); }
      .lane { position: relative; height: 18px; background:
        repeating-linear-gradient(to right, var(--lumo-contrast-10pct) 0 1px, transparent 1px 25%); }
      .bar { position: absolute; top: 3px; height: 12px; min-width: 3px; border-radius: 3px; background: currentColor; }
      .busy.bar { background: repeating-linear-gradient(115deg, currentColor 0 6px, color-mix(in srgb, currentColor 62%, transparent) 6px 12px); }
      .note { position: absolute; left: 4px; right: 0; top: 1px; font-size: .85em; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      .time { text-align: right; font-variant-numeric: tabular-nums; color: var(--lumo-secondary-text-color); }
      .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      .empty { color: var(--lumo-secondary-text-color); padding: 1rem .5rem; }
      @media (max-width: 900px) { .head, button { grid-template-columns: minmax(9rem, 46%) 1fr 3.6rem; gap: .5rem; } .place { display: none; } }
    `,
  ];

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
    this.timer = undefined;
  }

  protected willUpdate(changed: PropertyValues<this>) {
    if (changed.has('clock')) {
      this.received = Date.now();
    }
    const running = this.items.some((item) => item.start > 0 && item.end === 0);
    if (running && this.timer === undefined) {
      this.timer = window.setInterval(() => this.ticks++, TICK_MS);
    } else if (!running) {
      clearInterval(this.timer);
      this.timer = undefined;
    }
  }

  render() {
    if (this.items.length === 0) {
      return html`<div class="empty">${this.words.empty}</div>`;
    }
    const started = this.items.filter((item) => item.start > 0);
    const from = Math.min(...started.map((item) => item.start));
    const now = this.clock + (Date.now() - this.received);
    const until = Math.max(from + 1, ...started.map((item) => item.end || now));
    const span = Number.isFinite(from) ? until - from : 1;
    return html`
      <div class="head" aria-hidden="true"><span></span><div class="scale">${this.scale(span)}</div><span></span></div>
      <ol @keydown=${this.move}>${this.items.map((item) => this.row(item, from, span, now))}</ol>`;
  }

  private scale(span: number) {
    return [0, 0.25, 0.5, 0.75, 1].map((part) => html`<span style="left:${part * 100}%">${duration(span * part)}</span>`);
  }

  private row(item: TaskBar, from: number, span: number, now: number) {
    const length = item.start > 0 ? (item.end || now) - item.start : 0;
    const name = [`${item.verb} ${item.name}`, item.place, item.label, item.note].filter(Boolean).join(', ');
    return html`<li><button aria-pressed=${item.id === this.selected} data-id=${item.id}
        data-state=${item.label} title=${name} @click=${() => this.choose(item)}>
      <span class="what">
        <svg class=${item.tone} viewBox="0 0 16 16" aria-hidden="true">${toneIcon(item.tone)}</svg>
        <span class="text"><span class="verb">${item.verb}</span>${item.name}
          <span class="place">${item.place}${item.attempt > 1 ? ` · ${this.words.attempt} ${item.attempt}` : ''}</span></span>
      </span>
      <span class="lane">${item.start > 0
        ? html`<span class="bar ${item.tone}" style="left:${(100 * (item.start - from)) / span}%;width:${(100 * length) / span}%"></span>`
        : item.note ? html`<span class="note">${item.note}</span>` : nothing}</span>
      <span class="time">${item.start > 0 ? html`<span class="unseen">${item.label}, </span>${duration(length)}` : item.label}</span>
    </button></li>`;
  }

  private choose(item: TaskBar) {
    this.dispatchEvent(new CustomEvent('task-select', { detail: { id: item.id }, bubbles: true, composed: true }));
  }

  private move(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) {
      return;
    }
    event.preventDefault();
    const rows = [...this.renderRoot.querySelectorAll('button')];
    const at = rows.indexOf(this.shadowRoot?.activeElement as HTMLButtonElement);
    rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.focus();
  }
}

/** A length of time in as few characters as a person needs. */
function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`;
  if (ms < 120_000) return `${Math.round(ms / 1000)} s`;
  const minutes = Math.round(ms / 60_000);
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
