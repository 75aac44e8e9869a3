/* Licensed under the Apache License, Version 2.0; see LICENSE. */
import { LitElement, css, html, svg, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { arc, path, place, type Drawing, type GraphEdge, type GraphNode, type Placed } from './graph-layout';
import { toneIcon, toneStyles } from './tones';

/** Words that the component shows; the server translates them. */
interface Words { graph: string; larger: string; smaller: string; fit: string; empty: string; }

const ZOOM_STEP = 1.25;
const ZOOM_MIN = 0.2;
const ZOOM_MAX = 3;

/**
 * The topology in layers. Nodes are focusable buttons; a change of states alone does not move them.
 * Fires `node-select` with `{id}`.
 */
@customElement('tm-graph')
export class TmGraph extends LitElement {
  /** The things. */
  @property({ type: Array }) nodes: GraphNode[] = [];
  /** What belongs together. */
  @property({ type: Array }) edges: GraphEdge[] = [];
  /** Id of the selected node. */
  @property() selected = '';
  /** Words by name. */
  @property({ type: Object }) words: Words = { graph: '', larger: '', smaller: '', fit: '', empty: '' };

  @state() private zoom = 0;
  private drawing: Drawing = { nodes: [], edges: [], width: 1, height: 1 };
  private shape = '';
  private fitted = true;
  private readonly resized = new ResizeObserver(() => this.fitted && this.fit());

  static styles = [
    toneStyles,
    css`
      :host { display: block; position: relative; }
      .tools { display: flex; justify-content: flex-end; gap: .25rem; padding-bottom: .25rem; }
      .tools button { width: 2rem; height: 2rem; font: inherit; font-weight: 600; color: var(--lumo-body-text-color); cursor: pointer;
        background: var(--lumo-base-color); border: 1px solid var(--lumo-contrast-30pct); border-radius: var(--lumo-border-radius-m); }
      .view { overflow: auto; max-height: 70vh; }
      .view:focus-visible, .tools button:focus-visible { outline: 2px solid var(--lumo-primary-color); outline-offset: -2px; }
      svg.sheet { display: block; font-family: inherit; }
      .node { cursor: pointer; outline: none; }
      .node > rect { fill: var(--lumo-base-color); stroke: var(--lumo-contrast-30pct); stroke-width: 1; }
      .node > rect.edge { fill: currentColor; stroke: none; }
      .node:hover > rect.card { fill: var(--tm-raised); }
      .node:focus-visible > rect.card, .node.selected > rect.card { stroke: var(--lumo-primary-color); stroke-width: 2.5; }
      .caption, .label { line-height: 18px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
      .caption { font-size: 10.5px; color: var(--lumo-secondary-text-color); }
      .label { font-size: 12.5px; color: var(--lumo-body-text-color); font-weight: 500; }
      .line { fill: none; stroke: var(--lumo-contrast-40pct); stroke-width: 1.25; }
      .line.link { stroke: var(--tm-busy); }
      .line.path { stroke: var(--tm-warn); stroke-dasharray: 2 4; }
      .line.step { stroke: var(--tm-warn); stroke-width: 2; pointer-events: none; }
      .arrow { fill: var(--tm-warn); }
      .empty { color: var(--lumo-secondary-text-color); padding: 1rem; }
    `,
  ];

  protected willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('nodes') && !changed.has('edges')) {
      return;
    }
    const shape = JSON.stringify([this.nodes.map((n) => [n.id, n.kind]), this.edges]);
    if (shape !== this.shape) {
      this.shape = shape;
      this.drawing = place(this.nodes, this.edges);
    } else {
      const fresh = new Map(this.nodes.map((node) => [node.id, node]));
      this.drawing.nodes = this.drawing.nodes.map((node) => ({ ...node, ...fresh.get(node.id) }));
    }
  }

  connectedCallback() {
    super.connectedCallback();
    this.resized.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.resized.disconnect();
  }

  protected updated(changed: PropertyValues<this>) {
    if (this.fitted && changed.has('nodes') && this.nodes.length > 0) {
      this.fit();
    }
  }

  render() {
    if (this.nodes.length === 0) {
      return html`<div class="empty">${this.words.empty}</div>`;
    }
    const { width, height, nodes, edges } = this.drawing;
    const scale = this.zoom || 1;
    return html`
      <div class="tools">
        <button aria-label=${this.words.larger} title=${this.words.larger} @click=${() => this.scaleBy(ZOOM_STEP)}>+</button>
        <button aria-label=${this.words.smaller} title=${this.words.smaller} @click=${() => this.scaleBy(1 / ZOOM_STEP)}>−</button>
        <button aria-label=${this.words.fit} title=${this.words.fit} @click=${this.fit}>⤢</button>
      </div>
      <div class="view" tabindex="0" role="group" aria-label=${this.words.graph}>
        <svg class="sheet" viewBox="0 0 ${width} ${height}" width=${width * scale} height=${height * scale} @keydown=${this.move}>
          <defs>
            <marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto">
              <path class="arrow" d="M0 0 L10 5 L0 10 z"></path>
            </marker>
          </defs>
          ${edges.filter((edge) => edge.kind !== 'step').map((edge) => svg`<path class="line ${edge.kind}" d=${path(edge.points)}></path>`)}
          ${nodes.map((node) => this.node(node))}
          ${edges.filter((edge) => edge.kind === 'step').map((edge) => svg`<path class="line step" d=${arc(edge.points)} marker-end="url(#arrow)"></path>`)}
        </svg>
      </div>`;
  }

  private node(node: Placed) {
    const left = node.x - node.width / 2;
    const top = node.y - node.height / 2;
    const name = [node.caption, node.label, node.detail, node.state].filter(Boolean).join(', ');
    const room = node.width - 38;
    return svg`<g class="node ${node.tone} ${node.id === this.selected ? 'selected' : ''}" role="button" tabindex="0"
        aria-label=${name} data-id=${node.id} data-state=${node.state} transform="translate(${left} ${top})"
        @click=${() => this.choose(node)}>
      <title>${name}</title>
      <rect class="card" width=${node.width} height=${node.height} rx="5"></rect>
      <rect class="edge" width="4" height=${node.height} rx="2"></rect>
      <g transform="translate(${node.width - 22} ${node.height / 2 - 8})">${toneIcon(node.tone)}</g>
      ${node.kind === 'cp'
        ? words('label', node.label, 12, 9, room)
        : svg`${words('caption', node.caption, 14, 8, room)} ${words('label', node.label, 14, 23, room)}
          ${words('caption', node.detail, 14, 41, room)}`}
    </g>`;
  }

  private choose(node: Placed) {
    this.dispatchEvent(new CustomEvent('node-select', { detail: { id: node.id }, bubbles: true, composed: true }));
  }

  private scaleBy(factor: number) {
    this.fitted = false;
    this.zoom = Math.min(ZOOM_MAX, Math.max(ZOOM_MIN, (this.zoom || 1) * factor));
  }

  private fit() {
    this.fitted = true;
    const room = this.renderRoot.querySelector('.view')?.clientWidth || this.drawing.width;
    this.zoom = Math.min(1.2, Math.max(ZOOM_MIN, room / this.drawing.width));
  }

  /** Enter opens; arrows go to the nearest node in that direction. */
  private move(event: KeyboardEvent) {
    const id = (event.target as Element).closest('.node')?.getAttribute('data-id');
    const here = this.drawing.nodes.find((node) => node.id === id);
    if (!here) {
      return;
    }
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.choose(here);
      return;
    }
    const next = nearest(here, this.drawing.nodes, event.key);
    if (next) {
      event.preventDefault();
      this.renderRoot.querySelector<SVGElement>(`[data-id="${CSS.escape(next.id)}"]`)?.focus();
    }
  }
}

/** A line of text; the style sheet cuts what is too long, so that the name and the text stay the same words. */
function words(look: string, text: string, x: number, y: number, room: number) {
  return svg`<foreignObject x=${x} y=${y} width=${room} height="18">${html`<div class=${look}>${text}</div>`}</foreignObject>`;
}

function nearest(here: Placed, nodes: Placed[], key: string): Placed | undefined {
  const [dx, dy] = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[key] ?? [0, 0];
  if (dx === 0 && dy === 0) {
    return undefined;
  }
  let best: Placed | undefined;
  let least = Infinity;
  for (const node of nodes) {
    const along = (node.x - here.x) * dx + (node.y - here.y) * dy;
    const aside = Math.abs((node.x - here.x) * dy) + Math.abs((node.y - here.y) * dx);
    if (along > 1 && along + 2 * aside < least) {
      least = along + 2 * aside;
      best = node;
    }
  }
  return best;
}
