import type { AssessedOn } from '#shared/model/governance/assessments.ts';

/** What is other now than when the risk was assessed, a sentence's part each; none while it holds. */
export function sinceAssessed(then: AssessedOn | null, now: AssessedOn): string[] {
  if (then === null) return [];
  const gone = without(then.services, now.services);
  const come = without(now.services, then.services);
  const added = now.scope.filter((id) => !then.scope.includes(id)).length;
  const dropped = then.scope.filter((id) => !now.scope.includes(id)).length;
  const left = then.freezes.filter((name) => !now.freezes.includes(name));
  const met = now.freezes.filter((name) => !then.freezes.includes(name));
  return [
    ...(then.type === now.type ? [] : [`it was a ${then.type} release and is a ${now.type} one`]),
    ...(then.dataMigration === now.dataMigration
      ? []
      : [now.dataMigration ? 'it migrates data now' : 'it migrates no data any more']),
    ...(come.length > 0 ? [`${come.join(', ')} came to its services`] : []),
    ...(gone.length > 0 ? [`${gone.join(', ')} left its services`] : []),
    ...(added === 0 ? [] : [`${counted(added)} came to it`]),
    ...(dropped === 0 ? [] : [`${counted(dropped)} left it`]),
    ...(then.rollback === now.rollback ? [] : [rollbackWords[now.rollback]]),
    ...(met.length > 0 ? [`it lies in ${met.join(', ')} now`] : []),
    ...(left.length > 0 ? [`it lies in ${left.join(', ')} no more`] : []),
  ];
}

/** The names of the services of one that are not in the other. */
function without(some: AssessedOn['services'], others: AssessedOn['services']): string[] {
  const known = new Set(others.map(({ id }) => id));
  return some.flatMap(({ id, name }) => (known.has(id) ? [] : [name])).toSorted();
}

const rollbackWords = {
  none: 'its rollback plan is gone',
  planned: 'its rollback plan is not rehearsed any more, or is new',
  rehearsed: 'its rollback plan was rehearsed',
} as const;

function counted(items: number): string {
  return `${items} scope ${items === 1 ? 'item' : 'items'}`;
}
