import type { ControlProof, ControlState } from '#shared/model/governance/controls.ts';
import type { ControlsReport, ReportedControl } from '#shared/model/reports/controls.ts';
import { counted } from '../../governance/gate-outcome.ts';
import { formatDate } from '../../planning/zoned-time.ts';

/** The words of controls, the same on the screen and in the file for an auditor. */

export const stateInWords: Record<ControlState, string> = {
  met: 'Met',
  excepted: 'Met by exception',
  open: 'Not met',
  'not-applicable': 'Does not apply',
};

export const kindInWords: Record<ReportedControl['kind'], string> = {
  regulatory: 'Regulatory',
  'data-handling': 'Data handling',
};

/** `QA sign-off: go by Ana Duarte, Tue 24 Nov`; an exception is said in front. */
export function proofInWords({ name, holds, said }: ControlProof): string {
  const how = said === '' ? '' : `: ${said}`;
  return holds === 'by-exception' ? `By exception, ${name}${how}` : `${name}${how}`;
}

/** `Met in 11 of 12 releases, 1 of them by exception, 1 not`. */
export function standInWords({ releases }: Pick<ReportedControl, 'releases'>): string {
  if (releases.length === 0) return 'It applied to no release of this period';
  const open = releases.filter(({ state }) => state === 'open').length;
  const excepted = releases.filter(({ state }) => state === 'excepted').length;
  const met = releases.length - open;
  const by = excepted === 0 ? '' : `, ${excepted} of them by exception`;
  const not = open === 0 ? '' : `, ${open} not`;
  return `Met in ${met} of ${counted(releases.length, 'release')}${by}${not}`;
}

/** `1 Jan 2026 to 31 Dec 2026`. */
export function periodInWords({ from, to }: Pick<ControlsReport, 'from' | 'to'>): string {
  // Another year than either of them, so that both say theirs.
  const elsewhere = '0001-01-01';
  return `${formatDate(from, elsewhere)} to ${formatDate(to, elsewhere)}`;
}

/** `12 releases went out, 8 controls looked at`. */
export function summaryInWords({ releases, controls }: ControlsReport): string {
  const went = releases === 0 ? 'No release went out' : `${counted(releases, 'release')} went out`;
  const open = controls.filter((each) => each.releases.some(({ state }) => state === 'open'));
  const looked = `${counted(controls.length, 'control')} looked at`;
  if (controls.length === 0 || releases === 0) return `${went}, ${looked}`;
  return open.length === 0
    ? `${went}, ${looked}, each met wherever it applied`
    : `${went}, ${looked}, ${open.length} not met somewhere`;
}
