/* Licensed under the Apache License, Version 2.0; see LICENSE. */
import { Graph, layout } from '@dagrejs/dagre';
import type { Tone } from './tones';

/** A thing of the topology; `kind` decides its size. */
export interface GraphNode { id: string; kind: string; caption: string; label: string; tone: Tone; state: string; detail: string; }
/** Two things that belong together; `kind` is `part`, `link` or `path`. */
export interface GraphEdge { from: string; to: string; kind: string; }
/** A node with its place: the middle and the size. */
export interface Placed extends GraphNode { x: number; y: number; width: number; height: number; }
/** Points of an edge and its kind. */
export interface Routed extends GraphEdge { points: { x: number; y: number }[]; }
/** Everything with its place. */
export interface Drawing { nodes: Placed[]; edges: Routed[]; width: number; height: number; }

const SMALL = { width: 126, height: 36 };
const NORMAL = { width: 172, height: 52 };

/** Places nodes in layers from left to right. */
export function place(nodes: GraphNode[], edges: GraphEdge[]): Drawing {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 16, ranksep: 40, marginx: 12, marginy: 12 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of nodes) {
    graph.setNode(node.id, { ...(node.kind === 'cp' ? SMALL : NORMAL) });
  }
  for (const edge of edges) {
    if (graph.hasNode(edge.from) && graph.hasNode(edge.to)) {
      graph.setEdge(edge.from, edge.to);
    }
  }
  layout(graph);
  const box = graph.graph() as { width?: number; height?: number };
  return {
    nodes: nodes.map((node) => ({ ...node, ...(graph.node(node.id) as unknown as Placed) })),
    edges: edges
      .filter((edge) => graph.hasEdge(edge.from, edge.to))
      .map((edge) => ({ ...edge, points: (graph.edge(edge.from, edge.to) as unknown as Routed).points })),
    width: Math.max(box.width ?? 0, 1),
    height: Math.max(box.height ?? 0, 1),
  };
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
