/* Licensed under the Apache License, Version 2.0; see LICENSE. */
import { Graph, layout } from '@dagrejs/dagre';
import type { Tone } from './tones';

/** A thing of the topology; `kind` decides its size. */
export interface GraphNode { id: string; kind: string; caption: string; label: string; tone: Tone; state: string; detail: string; }
/** Two things that belong together; `kind` is `part`, `link`, `path` or `step`. */
export interface GraphEdge { from: string; to: string; kind: string; }
/** A node with its place: the middle and the size. */
export interface Placed extends GraphNode { x: number; y: number; width: number; height: number; }
/** Points of an edge and its kind. */
export interface Routed extends GraphEdge { points: { x: number; y: number }[]; }
/** Everything with its place. */
export interface Drawing { nodes: Placed[]; edges: Routed[]; width: number; height: number; }

const SMALL = { width: 126, height: 36 };
const NORMAL = { width: 172, height: 66 };

/** A step of packets is drawn over the layout and does not take part in it. */
const STEP = 'step';

/** Out of one side of a node and back to another's, around what lies between. */
function bow(from: Placed, to: Placed): { x: number; y: number }[] {
  const reach = 26 + Math.min(40, Math.abs(to.y - from.y) / 8);
  const start = { x: from.x + from.width / 2, y: from.y };
  const end = { x: to.x + to.width / 2, y: to.y };
  const out = Math.max(start.x, end.x) + reach;
  return [start, { x: out, y: start.y }, { x: out, y: end.y }, end];
}

/** Places nodes in layers from left to right. */
export function place(nodes: GraphNode[], edges: GraphEdge[]): Drawing {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 16, ranksep: 40, marginx: 12, marginy: 12 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of nodes) {
    graph.setNode(node.id, { ...(node.kind === 'cp' ? SMALL : NORMAL) });
  }
  for (const edge of edges) {
    if (edge.kind !== STEP && graph.hasNode(edge.from) && graph.hasNode(edge.to)) {
      graph.setEdge(edge.from, edge.to);
    }
  }
  layout(graph);
  const box = graph.graph() as { width?: number; height?: number };
  const placed = new Map(nodes.map((node) => [node.id, { ...node, ...(graph.node(node.id) as unknown as Placed) }]));
  return {
    nodes: [...placed.values()],
    edges: edges
      .filter((edge) => (edge.kind === STEP ? placed.has(edge.from) && placed.has(edge.to) : graph.hasEdge(edge.from, edge.to)))
      .map((edge) => ({
        ...edge,
        points: edge.kind === STEP
          ? bow(placed.get(edge.from)!, placed.get(edge.to)!)
          : (graph.edge(edge.from, edge.to) as unknown as Routed).points,
      })),
    width: Math.max(box.width ?? 0, 1),
    height: Math.max(box.height ?? 0, 1),
  };
}

/** The line of a step: its points are a start, two that pull, and an end. */
export function arc([start, out, back, end]: { x: number; y: number }[]): string {
  return `M${start.x} ${start.y} C${out.x} ${out.y} ${back.x} ${back.y} ${end.x} ${end.y}`;
}

/** A smooth line through the points of an edge. */
export function path(points: { x: number; y: number }[]): string {
  const [first, ...rest] = points;
  let line = `M${first.x} ${first.y}`;
  let before = first;
  for (const point of rest) {
    const middle = (before.x + point.x) / 2;
    line += ` C${middle} ${before.y} ${middle} ${point.y} ${point.x} ${point.y}`;
    before = point;
  }
  return line;
}
