// Licensed under the Apache License, Version 2.0; see LICENSE.
// What a running service consists of, in the words of the table of packages, read from its page: resources from the
// list, who is attached to what from the topology. Order and classifiers of a chain are not drawn, so not compared.

export class Footprint {
  /** Reads the service whose page is open. */
  static async of(portal) {
    const wide = portal.page.viewportSize();
    await portal.page.setViewportSize({ ...wide, height: 1600 });
    await portal.tab('Resources');
    await portal.page.locator('vaadin-grid code').first().waitFor();
    await portal.page.waitForTimeout(300);
    const resources = await portal.page.locator('vaadin-grid').last().evaluate(readGrid);
    await portal.tab('Topology');
    await portal.page.locator('tm-graph .node').first().waitFor();
    const edges = await portal.page.locator('tm-graph').evaluate((graph) => graph.edges);
    await portal.page.setViewportSize(wide);
    return Footprint.#read(resources, edges);
  }

  static #read(resources, edges) {
    const of = (kind) => resources.filter((thing) => thing.kind === kind);
    const from = (key, kind) => edges.filter((edge) => edge.kind === kind && edge.from.startsWith(`${key}#`));
    const servers = of('server').map(({ key }) => `${server(key)}>${from(key, 'link').map((edge) => link(edge.to)).sort()}`);
    const networks = of('network').map((net) => link(net.key) + (net.adopted === 'yes' ? `=${net.name}` : ''));
    const chains = of('chain').map(({ key }) => `${key.replace(/^vnffg\//, '')}:${
      [...new Set(edges.filter((edge) => edge.kind === 'path' && edge.to === key).map((edge) => server(edge.from.split('#')[0])))].sort()}`);
    const strange = resources.filter((thing) => thing.state !== 'Active').map((thing) => `${thing.key} is ${thing.state}`);
    return { servers: servers.sort(), networks: networks.sort(), chains: chains.sort(), strange };
  }

  /** The part of the table's notation for a chain that the topology draws: its name and the servers on its way. */
  static hops(chain) {
    const [name, way] = chain.split('|')[0].split(/:(.*)/);
    return `${name}:${[...new Set(way.split(/[>,]/))].sort()}`;
  }
}

function link(key) { return key.startsWith('vld/') ? key.slice(4) : key.replace(/^vnf\/(.*)\/vl\//, '$1.'); }
function server(key) { return key.replace(/^vnf\/(.*)\/vdu\//, '$1/'); }

/** Runs in the page: the texts of the rows that a grid shows. */
function readGrid(grid) {
  const names = ['key', 'kind', 'state', 'name', 'account', 'addresses', 'handle', 'adopted'];
  const text = (cell) => cell.querySelector('slot').assignedElements().map((content) => {
    const state = content.querySelector('tm-state');
    return state ? state.label : content.textContent.trim();
  }).join(' ');
  return [...grid.shadowRoot.querySelectorAll('tbody#items tr:not([hidden])')]
    .map((row) => Object.fromEntries([...row.querySelectorAll('td')].map((cell, i) => [names[i], text(cell)])))
    .filter((row) => row.key);
}
