import { baselineNow } from '../project/baseline.ts';
import { workspacePath } from '../project/build.ts';
import { gateEntries } from '../project/gates.ts';
import type { Project } from '../project/model.ts';
import { entry, isBlank } from '../project/yamlValue.ts';
import type { Change } from '../rules/rule.ts';
import { appendEntry } from './appendEntry.ts';

const gateLog = 'gate-log';
const forPeople = ['date', 'decision', 'by'];

/**
 * Prepares the entry of a decision in the gate log, with what is being agreed as its baseline. What was decided, by whom
 * and when is left for people. Undefined when such an entry waits already, or the log cannot take one.
 */
export function prepareDecision(project: Project, gate: string): Change | undefined {
  if (gateEntries(project, gate).some(({ map }) => isBlank(entry(map, 'decision')))) return undefined;
  const repeats = project.lifecycle.gates[gate]?.repeats !== undefined;
  const given = {
    gate,
    ...(repeats && project.version !== undefined && { version: project.version }),
    ...(!repeats && baselineField(project, gate)),
  };
  if (project.records.some(({ kind }) => kind === gateLog)) return appendEntry(project, gateLog, given, forPeople);
  const log = project.lifecycle.records[gateLog];
  const path = log && workspacePath(project.root, log.path);
  if (path === undefined || project.exists(path)) return undefined;
  const lines = [
    ...Object.entries(given).map(([name, value]) => `${name}: ${value}`),
    ...forPeople.map(name => `${name}: `),
  ];
  const text = `${lines.map((line, index) => `${index === 0 ? '- ' : '  '}${line}`).join('\n')}\n`;
  const stops = [...text.matchAll(/: (?=\n)/g)].map(({ index }) => ({ start: index + 2, end: index + 2 }));
  return { kind: 'create', path, text, stops };
}

/** On one line, so that it fits into a log of any style; nothing where nothing is agreed yet. */
function baselineField(project: Project, gate: string): { readonly baseline?: string } {
  const { ids, fingerprints } = baselineNow(project, gate);
  if (ids.size + fingerprints.size === 0) return {};
  const prints = [...fingerprints].map(([path, print]) => `${JSON.stringify(path)}: ${JSON.stringify(print)}`);
  return {
    baseline: `{ ids: [${[...ids].join(', ')}], fingerprints: {${prints.length > 0 ? ` ${prints.join(', ')} ` : ''}} }`,
  };
}
