import { type Diagnostic, DiagnosticSeverity, type Position, type Range } from 'vscode-languageserver';
import type { Severity } from '../core/lifecycle/schema/lifecycle.ts';
import type { Place } from '../core/project/model.ts';
import type { Finding } from '../core/rules/rule.ts';
import type { LineIndex } from '../core/text/lineIndex.ts';
import type { Span } from '../core/text/span.ts';
import type { ClientFeatures } from './clientFeatures.ts';
import type { Location } from './protocol.ts';
import { ruleHelp } from './ruleHelp.ts';

/** The files of a folder as the editor knows them, at one moment. */
export interface FileView {
  readonly uriOf: (path: string) => string;
  /** The version of an open document; null for one that is not open. */
  readonly versionOf: (path: string) => number | null;
  /** The text to which the offsets belong; empty for an unknown file. */
  readonly textOf: (path: string) => string;
  /** The lines of that text. */
  readonly linesOf: (path: string) => LineIndex;
}

/** What a diagnostic carries for the server; comes back when the client asks for fixes. */
interface DiagnosticData {
  /** Tells the findings of one file apart. */
  readonly id: string;
}

const severityOf: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** A span of UTF-16 offsets as zero-based lines and UTF-16 columns. */
export function rangeOf(span: Span, lines: LineIndex): Range {
  return { start: positionOf(span.start, lines), end: positionOf(span.end, lines) };
}

function positionOf(offset: number, lines: LineIndex): Position {
  const { line, column } = lines.positionAt(offset);
  return { line, character: column };
}

/** A place as a document and its line and column. */
export function locationOf(place: Place, files: FileView): Location {
  const { line, column } = files.linesOf(place.path).positionAt(place.span.start);
  return { uri: files.uriOf(place.path), line, column };
}

/** A finding as the client shows it, without the parts that the client did not announce. */
export function diagnosticOf(finding: Finding, files: FileView, client: ClientFeatures): Diagnostic {
  const related = finding.related ?? [];
  const data: DiagnosticData = { id: findingId(finding) };
  return {
    range: rangeOf(finding.span, files.linesOf(finding.path)),
    severity: severityOf[finding.severity],
    source: 'slipway',
    code: finding.rule,
    message: finding.message,
    ...(client.codeDescription ? { codeDescription: { href: ruleHelp(finding.rule) } } : {}),
    ...(client.relatedInformation && related.length > 0
      ? {
          relatedInformation: related.map(({ path, span, message }) => ({
            location: { uri: files.uriOf(path), range: rangeOf(span, files.linesOf(path)) },
            message,
          })),
        }
      : {}),
    ...(client.diagnosticData ? { data } : {}),
  };
}

/** Names a finding within its file. */
export const findingId = ({ rule, subject, span }: Finding): string => `${rule} ${span.start}-${span.end} ${subject}`;
