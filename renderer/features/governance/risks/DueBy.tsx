import type { Risk } from '#shared/model/governance/risks.ts';
import { mitigationStanding } from '#shared/rules/governance/risk-terms.ts';
import { formatDate } from '#shared/rules/planning/zoned-time.ts';
import { Status } from '../../../components/Status.tsx';

type DueByProps = { risk: Pick<Risk, 'state' | 'dueOn'>; today: string };

/** By when a risk is to be mitigated, where it is still open; what is late says so in a word and a mark. */
export function DueBy({ risk, today }: DueByProps) {
  if (risk.dueOn === null) return null;
  const text = formatDate(risk.dueOn, today);
  switch (mitigationStanding(risk, today)) {
    case 'overdue':
      return <Status kind="failed" variant="plain" label={`Mitigation overdue since ${text}`} />;
    case 'soon':
      return <Status kind="waiting" variant="plain" label={`Mitigation due ${text}`} />;
    default:
      return <span>due {text}</span>;
  }
}
