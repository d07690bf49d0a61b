import { commandInWords, entityInWords } from './change-words.ts';
import { fieldInWords, isSilent } from './field-words.ts';
import { isDerived } from './row-changes.ts';
import type { JournalChange } from './row-changes.ts';

/** An entry with what its thing is called, and its release where it belongs to one. */
export type NamedChange = JournalChange & {
  label: string;
  release: string;
  releaseId?: string | null;
};

/** What a command did, so that it reads after “Undid: ” or a name: “changed the title of PAY-914”. */
export function editInWords(name: string, entries: readonly NamedChange[]): string {
  const spoken = entries.filter(({ entity }) => !isDerived(entity));
  const [first, second] = spoken;
  if (first === undefined) return commandInWords(name);
  if (name === 'releases.create' || name === 'releases.copy') return `created ${first.release}`;
  if (name === 'releases.updateMany' || name === 'windows.moveReleases') return manyInWords(spoken);
  if (name === 'imports.apply') return importedInWords(spoken);
  if (name === 'releases.move') return moveInWords(spoken);
  return second === undefined ? oneInWords(first) : severalInWords(name, spoken);
}

function oneInWords({ entity, op, fields, label, release }: NamedChange): string {
  const thing = entityInWords(entity);
  if (op === 'insert') return `added the ${thing} ${label}`;
  if (op === 'delete') return `removed the ${thing} ${label}`;
  if (entity === 'checklist_item' && fields['state'] !== undefined) {
    return `marked ${label} as ${String(fields['state'][1]).replaceAll('-', ' ')}`;
  }
  const owner = entity === 'rollback_plan' ? `the rollback plan of ${release}` : label;
  return `changed ${fieldsInWords(Object.keys(fields))} of ${owner}`;
}

/** `changed 12 releases at once`; of a single one what was changed of it. */
function manyInWords(entries: readonly NamedChange[]): string {
  const releases = new Set(entries.map(({ releaseId }) => releaseId)).size;
  if (releases > 1) return `changed ${releases} releases at once`;
  const [first, second] = entries;
  return first !== undefined && second === undefined
    ? oneInWords(first)
    : severalInWords('releases.updateMany', entries);
}

/** `moved Payments 4.2 and 2 more releases`; the one that was chosen is written first. */
function moveInWords(entries: readonly NamedChange[]): string {
  const others = new Set(entries.map(({ releaseId }) => releaseId)).size - 1;
  const more = others === 1 ? ' and 1 more release' : ` and ${others} more releases`;
  return `moved ${entries[0]?.release ?? 'a release'}${others < 1 ? '' : more}`;
}

const imported = ['release', 'window', 'person'] as const;

/** `imported 12 releases and changed 3`. */
function importedInWords(entries: readonly NamedChange[]): string {
  const about = (entity: string) =>
    new Set(
      entries
        .filter((entry) => entry.entity === entity || entity === 'release')
        .flatMap((entry) => (entity === 'release' ? (entry.releaseId ?? []) : entry.entityId)),
    );
  for (const entity of imported) {
    const all = about(entity);
    if (all.size === 0) continue;
    const made = new Set(
      entries
        .filter((entry) => entry.entity === entity && entry.op === 'insert')
        .map(({ entityId }) => entityId),
    ).size;
    const changed = all.size - made;
    const nouns = (count: number) =>
      `${count} ${entity === 'person' ? (count === 1 ? 'person' : 'people') : `${entity}${count === 1 ? '' : 's'}`}`;
    if (made === 0) return `changed ${nouns(changed)} from a sheet`;
    return `imported ${nouns(made)}${changed === 0 ? '' : ` and changed ${changed}`}`;
  }
  return commandInWords('imports.apply');
}

function fieldsInWords(fields: readonly string[]): string {
  const words = fields.filter((field) => !isSilent(field)).map((field) => fieldInWords(field));
  const [first, second, third] = words.map((word) =>
    word.startsWith('on ') ? word : `the ${word}`,
  );
  if (first === undefined || third !== undefined) return `${words.length} fields`;
  return second === undefined ? first : `${first} and ${second}`;
}

/** `changed 2 components and 1 deployment of Payments 4.2`. */
function severalInWords(name: string, entries: readonly NamedChange[]): string {
  const release = entries.find((entry) => entry.release !== '')?.release;
  if (release === undefined) return commandInWords(name);
  const kinds = Map.groupBy(entries, ({ entity }) => entity);
  const [only, ...others] = [...kinds].map(([entity, group]) => counted(group.length, entity));
  if (only === undefined || others.length > 1) return `${commandInWords(name)} ${release}`;
  const things = others.length === 0 ? only : `${only} and ${others[0]}`;
  return `${verbOf(entries)} ${things} of ${release}`;
}

function verbOf(entries: readonly NamedChange[]): string {
  const [op, ...others] = new Set(entries.map((entry) => entry.op));
  if (others.length > 0 || op === 'update') return 'changed';
  return op === 'insert' ? 'added' : 'removed';
}

function counted(count: number, entity: string): string {
  const word = entityInWords(entity);
  if (entity === 'release') return 'the facts';
  if (count === 1) return `a ${word}`;
  return `${count} ${entity === 'release_role' ? 'roles' : `${word}s`}`;
}

/** What of a person's is in the way of undo, and what to do instead. */
const waysOut: Readonly<Record<string, string>> = {
  'approvals.decide':
    'A decision is withdrawn, never undone: withdraw it at its gate, with a reason.',
  'approvals.withdraw': 'A withdrawal stays in the record: record the decision anew at its gate.',
  'approvals.request':
    'A request stays in the record, since those who were asked may have seen it: tell them, or ask anew.',
  'approvals.meetCondition':
    'A condition that was met stays in the record: withdraw the decision it belongs to if it was not.',
  'consultations.ask':
    'A question stays in the record, since those who were asked may have seen it: tell them, or record their answer.',
  'consultations.answer': 'An answer stays in the record: ask again, and record the new one.',
  'risks.assess': 'An assessment stays in the record: assess the risk again, and that one counts.',
  'risks.publishQuestionnaire':
    'Published questions stay in the record: publish the earlier version again to go back to it.',
  'policies.publish':
    'A published policy stays in the record: publish the earlier version again to go back to it.',
  'policies.removeGate': 'What was asked for stays in the record: withdraw the exception instead.',
  'approvals.carryCondition':
    'A condition that was carried over stays so in the record: mark it as met, or withdraw the decision it belongs to.',
  'approvals.overrule':
    'An overrule stays in the record: record a new no-go at the gate if it should block again.',
  'exceptions.request': 'What was asked for stays in the record: withdraw the exception instead.',
  'exceptions.decide':
    'A decision on an exception stays in the record: withdraw a granted one, or ask for a new one.',
  'exceptions.withdraw': 'A withdrawal stays in the record: ask for a new exception.',
  'cab.createPack':
    'A pack that was made stays in the record, since its file may be with its reviewers: make a new one, and tell them.',
  'cab.importResponse':
    'An answer that came in stays in the record: withdraw its decisions at their gates, with a reason.',
  'packs.choose':
    'A choice between two answers stays in the record: choose the other one at its pack instead.',
  'gates.acknowledge':
    'An acknowledgement stays in the record: where the warnings are not acceptable, record a no-go at a decided gate.',
  'gates.addEvidence': 'Evidence stays in the record: withdraw it at its gate, with a reason.',
  'gates.withdrawEvidence': 'A withdrawal stays in the record: add the evidence again.',
  'gates.override':
    'What was asked for stays in the record: withdraw the exception on the release’s overview.',
  'lessons.answer':
    'An answer stays in the record: answer again, or withdraw it with a reason, on the Risks tab of its release.',
  'lessons.withdrawAnswer': 'A withdrawal stays in the record: answer the lesson again.',
  'pipelines.importFile':
    'An import is taken back whole, not undone: open its connection, and take it back under Imports.',
  'pipelines.takeBack': 'Sync the connection, or import the file again.',
  'releases.advance':
    'A phase that was left stays left, with its gates as they were: put the release on hold if it must not go on.',
  'releases.hold': 'Take the release off hold instead.',
  'releases.resume': 'Put the release on hold again instead.',
  'releases.postpone': 'A postponement stays in the record: plan its deployments anew instead.',
  'releases.cancel': 'A release that ended stays as it ended: create a new one.',
  'releases.close': 'A release that ended stays as it ended: create a new one.',
  'cab.start': 'A meeting that has begun is held to its end: close it, and move on what is left.',
  'cab.decide': 'A decision is withdrawn, never undone: withdraw it at its gate, with a reason.',
  'cab.close': 'A meeting that was held stays as it was held: plan another one for what is left.',
  'cab.emergency':
    'An emergency decision stays in the record: withdraw its decisions at their gates, with a reason.',
};

/** Why the newest thing a person did cannot be undone, and the way out. */
export function recordedInWords(name: string): string {
  const wayOut = waysOut[name] ?? 'What it changed can be changed again where it stands.';
  return `The last thing you did here cannot be undone: you ${commandInWords(name)}. ${wayOut}`;
}
