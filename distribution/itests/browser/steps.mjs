// Licensed under the Apache License, Version 2.0; see LICENSE.
// Plays steps in order, stops at the first that fails, prints a table of them.
import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Plays a whole and closes the browser. A failure leaves a screenshot, the rest a report; serious findings of axe and
 * errors on the console fail it.
 */
export async function perform(name, portal, out, play) {
  const steps = new Steps();
  const started = Date.now();
  try {
    await play(steps);
  } catch (error) {
    await portal.shot('failed');
    throw error;
  } finally {
    await portal.close();
    steps.print();
  }
  const report = { seconds: Math.round((Date.now() - started) / 1000), clicks: portal.clicks, steps: steps.rows(), ...portal.report() };
  writeFileSync(join(out, 'report.json'), JSON.stringify(report, null, 2));
  console.log(`${name}: ${report.scans} axe scans, ${report.findings.length} serious findings, ${report.clicks} clicks, ${report.seconds} s`);
  assert.deepEqual(report.findings, [], 'there are serious findings');
  assert.deepEqual(report.errors, [], 'the browser reported errors');
}

class Steps {
  #rows = [];

  /** Plays one step; its answer is what the step answered. */
  async play(name, deed) {
    const begun = Date.now();
    const row = { name, outcome: 'FAILED' };
    this.#rows.push(row);
    try {
      const answer = await deed();
      row.outcome = 'ok';
      return answer;
    } finally {
      row.seconds = ((Date.now() - begun) / 1000).toFixed(1);
    }
  }

  rows() { return this.#rows; }

  print() {
    const width = Math.max(...this.#rows.map((row) => row.name.length));
    for (const row of this.#rows) {
      console.log(`${row.name.padEnd(width)}  ${row.seconds.padStart(5)} s  ${row.outcome}`);
    }
  }
}

/** Options of the form `--name value`. */
export function readOptions(args, defaults, needed, readFile) {
  const found = { ...defaults };
  for (let i = 0; i + 1 < args.length; i += 2) {
    found[args[i].replace(/^--/, '')] = args[i + 1];
  }
  found.password ??= found['password-file'] && readFile(found['password-file'], 'utf8').trim();
  for (const name of needed) {
    if (!found[name]) throw new Error(`--${name} is needed; see the first lines of the script`);
  }
  return found;
}
