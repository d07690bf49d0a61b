import type { Input } from '#shared/contract/index.ts';
import { lessonKinds } from '#shared/model/learning/lessons.ts';
import { kindInWords } from '#shared/rules/learning/lesson-terms.ts';
import type { SelectOption } from '../../../components/form/SelectInput.tsx';

/** What the address carries: how the lessons are narrowed, and the one that is open or `new`. */
export type LessonsSearch = {
  [K in 'which' | 'kind' | 'service' | 'tag' | 'todo' | 'sel' | 'release']?: string;
};

export const whichChoices = [
  { value: 'in-use', label: 'In use' },
  { value: 'retired', label: 'Out of use' },
  { value: 'all', label: 'All' },
] as const;

const todos = ['open', 'overdue', 'review'] as const;
const todoWords: Record<(typeof todos)[number], string> = {
  open: 'Open updates',
  overdue: 'Overdue updates',
  review: 'Review is due',
};

export const kindOptions: readonly SelectOption[] = [
  { value: '', label: 'All kinds' },
  ...lessonKinds.map((value) => ({ value, label: kindInWords[value] })),
];

export const todoOptions: readonly SelectOption[] = [
  { value: '', label: 'Whatever is to do' },
  ...todos.map((value) => ({ value, label: todoWords[value] })),
];

type Narrowed = Omit<Input<'lessons.list'>, 'limit'>;

/** The filter of an address as the core takes it; what means nothing in it is left out. */
export function narrowedBy(search: LessonsSearch, serviceIds: readonly string[]): Narrowed {
  const which = whichChoices.find(({ value }) => value === search.which)?.value ?? 'in-use';
  const kind = lessonKinds.find((value) => value === search.kind);
  const todo = todos.find((value) => value === search.todo);
  const serviceId = serviceIds.find((id) => id === search.service);
  return {
    which,
    ...(kind !== undefined && { kind }),
    ...(todo !== undefined && { todo }),
    ...(serviceId !== undefined && { serviceId }),
    ...(search.tag !== undefined && search.tag !== '' && { tag: search.tag }),
  };
}

/** More than the lessons that are in use. */
export function isNarrowed({ kind, serviceId, tag, todo }: Narrowed): boolean {
  return [kind, serviceId, tag, todo].some((each) => each !== undefined);
}
