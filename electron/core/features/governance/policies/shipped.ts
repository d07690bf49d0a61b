import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '#core/database/store.ts';
import { resourceFolder } from '#core/resources.ts';
import type { Person } from '#shared/model/workspace/people.ts';
import type { Profile } from '#shared/model/workspace/workspace.ts';
import { readPolicy } from '#shared/rules/governance/policy/read-policy.ts';
import type { PolicyReading, ReadPolicy } from '#shared/rules/governance/policy/read-policy.ts';
import { listPeople } from '../../workspace/people/index.ts';

const texts = new Map<Profile, string>();

/** The policy the program ships for a profile, as people read it; read from its file once. */
export function shippedText(profile: Profile): string {
  const known = texts.get(profile);
  if (known !== undefined) return known;
  const text = readFileSync(join(resourceFolder('templates'), 'policy', `${profile}.yaml`), 'utf8');
  texts.set(profile, text);
  return text;
}

const readings = new Map<string, PolicyReading>();
const mostReadings = 20;

/** A text as it reads; each is asked for with every command, so the last few are kept. */
export function readingOf(text: string): PolicyReading {
  const known = readings.get(text);
  if (known !== undefined) return known;
  const reading = readPolicy(text);
  const [oldest] = readings.keys();
  if (readings.size >= mostReadings && oldest !== undefined) readings.delete(oldest);
  readings.set(text, reading);
  return reading;
}

/** As `readingOf`, with whom the text names, and what its gates measure, held against what is known here. */
export function checkedReading(store: Store, text: string): PolicyReading {
  const reading = readingOf(text);
  if (reading.policy === null) return reading;
  const isNaming = namesPeople(reading.policy) || asksChecked(reading.policy);
  return isNaming ? readPolicy(text, listPeople(store)) : reading;
}

/** Whom a policy can mean by its names; nobody is read for one that names nobody, as most do. */
export function peopleFor(store: Store, policy: ReadPolicy): Person[] {
  return namesPeople(policy) ? listPeople(store) : [];
}

function namesPeople({ gates }: ReadPolicy): boolean {
  return gates.some(({ places }) => places.some((place) => typeof place !== 'string'));
}

function asksChecked({ gates }: ReadPolicy): boolean {
  return gates.some(
    ({ check, limits }) =>
      check === 'measure-threshold' ||
      check === 'artefact-digest' ||
      limits.measure !== undefined ||
      limits.monitoring !== undefined,
  );
}

export function shippedPolicy(profile: Profile): ReadPolicy {
  const { policy, problems } = readingOf(shippedText(profile));
  if (policy !== null) return policy;
  throw new Error(`The policy ${profile} that is shipped cannot be read: ${problems[0].message}`);
}
