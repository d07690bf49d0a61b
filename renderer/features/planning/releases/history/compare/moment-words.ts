import type { Output } from '#shared/contract/index.ts';
import type { NamedMoment } from '#shared/model/planning/history.ts';
import { commandInWords } from '#shared/rules/workspace/change-words.ts';
import { whenText } from '../../../../../components/when-text.ts';
import { phaseWords } from '../../phase-words.ts';
import type { ReleasePage } from '../../release-page.ts';

type Found = Output<'releases.compare'>['from'];

/** `Go at QA sign-off by Ana Duarte, Wed 25 Nov 14:02`. */
export function momentInWords(moment: NamedMoment, page: ReleasePage): string {
  const who = moment.byId === null ? 'Slipway' : page.names.person(moment.byId);
  return `${sayWhat(moment, who)}, ${whenText(moment.at, page.zone, page.now)}`;
}

function sayWhat({ what, of, outcome }: NamedMoment, who: string): string {
  switch (what) {
    case 'created':
      return `Created by ${who}`;
    case 'phase':
      return `${phaseName(of)} entered`;
    case 'withdrawn':
      return `Withdrawal at ${of} by ${who}`;
    case 'decided':
      return `${outcomeName(outcome)} at ${of} by ${who}`;
  }
}

function outcomeName(outcome: NamedMoment['outcome']): string {
  if (outcome === null) return 'Decision';
  const word = outcome === 'no-go' ? outcome : outcome.replaceAll('-', ' ');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function phaseName(phase: string): string {
  const known: Readonly<Record<string, string>> = phaseWords;
  return known[phase] ?? phase;
}

/** Any other entry, by what was done with it. */
export function foundInWords({ at, byId, command }: Found, page: ReleasePage): string {
  if (at === null) return 'Before the release was there';
  const who = byId === null ? 'Slipway' : page.names.person(byId);
  const did = command === null ? 'changed something' : commandInWords(command);
  return `${who} ${did}, ${whenText(at, page.zone, page.now)}`;
}
