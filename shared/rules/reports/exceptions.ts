import type { ExceptionView } from '#shared/model/governance/exceptions.ts';
import type { WaitingItem } from '#shared/model/reports/today.ts';
import { exceptionRuleNames } from '../governance/exceptions.ts';
import { formatRelative, formatWhen } from '../planning/zoned-time.ts';

type Told = { names: ReadonlyMap<string, string>; now: string; zone: string };

/** Exceptions as they wait for whoever decides on them; one that ends within a day is late. */
export function exceptionItems(
  exceptions: readonly ExceptionView[],
  { names, now, zone }: Told,
): WaitingItem[] {
  return exceptions.map((each) => {
    const who = names.get(each.requestedById) ?? 'somebody who left';
    const left = Date.parse(each.expiresAt) - Date.parse(now);
    return {
      ...{ key: `exception ${each.id}`, kind: 'exception', gateId: null },
      ...{ releaseId: each.releaseId, release: each.release },
      what: `Decide: an exception for ${each.release} to ${each.subjectName}`,
      why: `${exceptionRuleNames[each.rule]}; asked by ${who}, ${formatWhen(each.requestedAt, zone, now)}: “${each.rationale}”`,
      due: `expires ${formatRelative(each.expiresAt, now)}`,
      late: left < 86_400_000,
    };
  });
}
