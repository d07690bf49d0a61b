import { shortText } from '#shared/model/primitives.ts';
import type { PastedPerson } from '#shared/model/workspace/pasted.ts';
import { emailText } from '#shared/model/workspace/people.ts';
import type { Person, Role } from '#shared/model/workspace/people.ts';
import { changesOf, knownByName, partsOfCell, quoted, readTable } from './pasted-table.ts';
import type { PastedTable, ReadRow } from './pasted-table.ts';
import { oneLine, plainWord, wordFinder } from './word-finder.ts';

type Field = 'name' | 'email' | 'roles';
type PersonDraft = Partial<Record<Field, string>>;
type Surroundings = { people: readonly Person[]; roles: readonly Role[] };

const fieldOf = wordFinder<Field>({
  name: ['name', 'person', 'full name', 'display name', 'user', 'people'],
  email: ['e mail', 'email', 'mail', 'e mail address', 'email address'],
  roles: ['role', 'roles', 'function', 'functions'],
});

/** `Mara Okafor <mara@harbour.example>`, as mail programs write people. */
const addressed = /^(?<name>[^<>]+?)\s*<(?<email>[^<>\s]+@[^<>\s]+)>$/;

/** A pasted list as people: matched by e-mail address, else by name. What it does not say stays. */
export function readPastedPeople(text: string, around: Surroundings): PastedTable<PastedPerson> {
  return readTable<Field, PastedPerson>(text, {
    fieldOf,
    needed: 'name',
    byLook: (cells) => draftByLook(cells, around.roles),
    read: (draft) => readPerson(draft, around),
  });
}

function draftByLook(cells: readonly string[], roles: readonly Role[]) {
  const draft: Partial<Record<Field, string>> = {};
  for (const cell of cells.map((each) => each.trim()).filter(Boolean)) {
    const { name, email } = addressed.exec(cell)?.groups ?? {};
    if (name !== undefined && email !== undefined && draft.name === undefined) {
      draft.name = name.replace(/^"|"$/g, '');
      draft.email = email;
    } else if (/^\S+@\S+$/.test(cell) && draft.email === undefined) draft.email = cell;
    else if (draft.name === undefined) draft.name = cell;
    else if (partsOfCell(cell).some((part) => roleOf(part, roles) !== null)) {
      draft.roles = draft.roles === undefined ? cell : `${draft.roles}; ${cell}`;
    }
  }
  return draft;
}

/** One row as a person. */
export function readPerson(
  draft: PersonDraft,
  { people, roles }: Surroundings,
): ReadRow<PastedPerson> | string {
  const named = shortText.safeParse(oneLine(draft.name ?? ''));
  if (!named.success) return `The name ${named.error.issues[0]?.message ?? 'does not fit'}.`;
  const email = oneLine(draft.email ?? '');
  if (!emailText.safeParse(email).success) {
    return `${quoted(email)} is no e-mail address.`;
  }
  const known = findKnown(people, named.data, email);
  if (typeof known === 'string') return known;
  // Written in other capitals it is the same name.
  const isSame = known?.name.toLowerCase() === named.data.toLowerCase();
  const name = isSame ? (known?.name ?? named.data) : named.data;
  const written = partsOfCell(draft.roles ?? '');
  const found = written.map((part) => ({ part, key: roleOf(part, roles) }));
  const keys = found.flatMap(({ key }) => (key === null ? [] : [key]));
  const cautions = found
    .filter(({ key }) => key === null)
    .map(({ part }) => `${quoted(part)} is no role of this workspace: left out.`);
  const item = {
    name,
    email: email === '' ? (known?.email ?? '') : email,
    roles: keys.length === 0 ? [...(known?.roles ?? [])] : [...new Set(keys)],
  };
  const inWords = (of: readonly string[]) =>
    roles
      .filter(({ key }) => of.includes(key))
      .map((role) => role.name)
      .join(', ');
  return {
    id: known?.id ?? null,
    name,
    item: known === null ? item : { id: known.id, rev: known.rev, ...item },
    facts: [item.email, inWords(item.roles)].filter((fact) => fact !== ''),
    changes:
      known === null
        ? []
        : changesOf([
            ['Name', known.name, item.name],
            ['E-mail', known.email, item.email],
            ['Roles', inWords(known.roles), inWords(item.roles)],
          ]),
    cautions,
  };
}

/** The address says who somebody is; a name only where one alone has it. */
function findKnown(people: readonly Person[], name: string, email: string): Person | null | string {
  const byEmail =
    email === '' ? [] : people.filter((each) => each.email.toLowerCase() === email.toLowerCase());
  if (byEmail.length > 1) return `${byEmail.length} people have the address ${quoted(email)}.`;
  const [owner] = byEmail;
  if (owner !== undefined) return owner;
  const known = knownByName(people, name, 'people');
  // The same name with another address is somebody else.
  if (known !== null && typeof known !== 'string' && known.email !== '' && email !== '')
    return null;
  return known;
}

function roleOf(text: string, roles: readonly Role[]): string | null {
  const wanted = plainWord(text);
  return (
    roles.find(({ key, name }) => plainWord(key) === wanted || plainWord(name) === wanted)?.key ??
    null
  );
}
