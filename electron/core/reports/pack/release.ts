import type { EvidenceKind, EvidenceSummary } from '#shared/model/governance/evidence.ts';
import type { ExceptionState } from '#shared/model/governance/exceptions.ts';
import type { GateStatus } from '#shared/model/governance/gates.ts';
import type { PlacementSeverity } from '#shared/model/planning/placement.ts';
import { formatAge } from '#shared/rules/planning/zoned-time.ts';
import { exceptionRuleNames } from '#shared/rules/governance/exceptions.ts';
import { sizeInWords } from '#shared/rules/workspace/attachment-size.ts';
import { html, link } from '../html.ts';
import type { Content, Markup } from '../html.ts';
import { decisionSection, gateSection } from '../dossier/gates.ts';
import {
  bandMark,
  facts as grid,
  mark,
  moment,
  mono,
  name,
  named,
  paragraph,
  person,
  short,
  shortMoment,
  table,
  when,
} from '../dossier/pieces.ts';
import type { Section } from '../dossier/pieces.ts';
import { planSection } from '../dossier/plan.ts';
import { riskSection } from '../dossier/risks.ts';
import { rollbackSection } from '../dossier/rollback.ts';
import { dependencySection } from '../dossier/schedule.ts';
import { scopeSection } from '../dossier/scope.ts';
import { counted, phaseWords, sentence } from '../dossier/words.ts';
import { checklistSection } from '../dossier/work.ts';
import type { PackFile, PackRelease } from './facts.ts';

/** What is known about one release, part by part; `prefix` keeps addresses of several releases apart. */
export function releaseParts(release: PackRelease, prefix: string): Section[] {
  const { dossier } = release;
  return [
    riskSection(dossier),
    scopeSection(dossier),
    planSection(dossier),
    windowSection(release),
    rollbackSection(dossier),
    dependencySection(dossier),
    gateSection(dossier),
    decisionSection(dossier),
    exceptionSection(release),
    evidenceSection(release),
    checklistSection(dossier),
    fileSection(release),
  ].map((part) => ({ ...part, id: `${prefix}-${part.id}` }));
}

/** The facts people ask for first. */
export function releaseHead({ dossier }: PackRelease): Markup {
  const { release, workspace } = dossier;
  const { type, phase, risk, zone, startAt, notes } = release;
  return html`<div class="tags">
      <span>R-${release.number}</span>
      <span>${sentence(type)} release</span>
      <span>${phaseWords[phase]}</span>
      ${bandMark(risk.band, `${sentence(risk.band)} risk`)}
      ${release.dataMigration ? html`<span>Data migration</span>` : null}
    </div>
    ${grid([
      ['Start', when(startAt, zone ?? workspace.zone)],
      ['Owner', person(release.ownerId, dossier)],
      ['Asked for by', person(release.requesterId, dossier)],
      ['External change', mono(release.changeNumber)],
    ])}
    ${notes.trim() === '' ? null : paragraph(notes)}`;
}

const severities: Record<PlacementSeverity, readonly [GateStatus, string]> = {
  blocked: ['failed', 'Blocked'],
  'needs-exception': ['failed', 'Needs an exception'],
  warning: ['waiting', 'Warning'],
};

function windowSection({ findings, dossier }: PackRelease): Section {
  const planned = dossier.release.startAt !== null;
  return {
    id: 'windows',
    title: 'Windows and freezes',
    count: counted(findings.length, 'finding'),
    body: table(
      [short('Finding'), 'What'],
      findings.map(({ severity, sentence: what }) => [mark(...severities[severity]), name(what)]),
      planned
        ? 'Nothing stands against the planned start.'
        : 'No start is planned, so no window was held against it.',
    ),
  };
}

const exceptionMarks: Record<ExceptionState, readonly [GateStatus, string]> = {
  asked: ['waiting', 'Asked for'],
  granted: ['passed', 'In force'],
  refused: ['failed', 'Refused'],
  expired: ['out-of-date', 'Expired'],
  withdrawn: ['not-applicable', 'Withdrawn'],
};

function exceptionSection({ dossier }: PackRelease): Section {
  const { exceptions } = dossier;
  return {
    id: 'exceptions',
    title: 'Exceptions',
    count: counted(exceptions.length, 'exception'),
    body: table(
      [named('To'), 'Why, and what may come of it', named('Decided by'), short('State')],
      exceptions.map((each) => [
        html`${name(each.subjectName)}<small>${exceptionRuleNames[each.rule]}</small>`,
        html`${paragraph(each.rationale)}${paragraph(each.impact)}`,
        person(each.decidedById, dossier),
        html`${mark(...exceptionMarks[each.state])}<small
            >until ${moment(each.expiresAt, dossier)}</small
          >`,
      ]),
      'No exception was asked for.',
    ),
  };
}

const evidenceWords: Record<EvidenceKind, string> = {
  junit: 'Test results',
  sarif: 'Vulnerability report',
  cobertura: 'Coverage',
  lcov: 'Coverage',
  cyclonedx: 'List of components',
  k6: 'Performance results',
  jmeter: 'Performance results',
  file: 'File',
  link: 'Link',
  note: 'Note',
};

function evidenceSection({ evidence, dossier }: PackRelease): Section {
  const gates = new Map(dossier.gates.map((gate) => [gate.id, gate.name]));
  return {
    id: 'evidence',
    title: 'Evidence',
    count: counted(evidence.length, 'piece'),
    body: table(
      ['Evidence', named('For'), 'Says', short('Age'), short('SHA-256')],
      evidence.map((each) => [
        html`${link(each.url === '' ? null : each.url, each.title)}<small
            >${evidenceWords[each.kind]}${each.source === '' ? null : html`, ${name(each.source)}`}</small
          >`,
        each.gateId === null ? 'the release' : name(gates.get(each.gateId) ?? 'a gate'),
        html`${each.summary === null ? null : summaryText(each.summary)}${
          each.note === '' ? null : paragraph(each.note)
        }`,
        html`${formatAge(each.collectedAt, dossier.at)} old<small
            >${shortMoment(each.collectedAt, dossier)}</small
          >`,
        mono(each.digest.slice(0, 12)),
      ]),
      'No evidence was added.',
    ),
  };
}

function summaryText(summary: EvidenceSummary): string {
  switch (summary.kind) {
    case 'tests':
      return `${summary.passed} of ${counted(summary.total, 'test')} passed, ${summary.failed} failed, ${summary.skipped} skipped`;
    case 'findings':
      return `${summary.critical} critical, ${summary.high} high, ${summary.medium} medium, ${summary.low} low`;
    case 'coverage':
      return `${summary.lines.covered} of ${counted(summary.lines.total, 'line')} covered`;
    case 'components':
      return `${counted(summary.components, 'component')}, ${summary.vulnerabilities} with known weaknesses`;
    case 'performance':
      return `${counted(summary.requests, 'request')}, ${summary.failed} failed${summary.p95Ms === null ? '' : `, 95 % within ${Math.round(summary.p95Ms)} ms`}`;
  }
}

function fileSection({ files }: PackRelease): Section {
  return {
    id: 'files',
    title: 'Files',
    count: counted(files.length, 'file'),
    body: table(
      [named('File'), short('Size'), 'Attached to', 'SHA-256'],
      files.map((file) => [
        fileLink(file),
        sizeInWords(file.bytes),
        name(file.about),
        mono(file.hash),
      ]),
      'Nothing is attached.',
    ),
  };
}

/** Saved, never opened: as bytes without a kind no browser shows or runs them. */
function fileLink({ name: fileName, content }: PackFile): Content {
  if (content === null) return html`${name(fileName)}<small>not in this pack: too large</small>`;
  const address = `data:application/octet-stream;base64,${content.toString('base64')}`;
  return html`<a class="file" download="${fileName}" href="${address}">${name(fileName)}</a>`;
}
