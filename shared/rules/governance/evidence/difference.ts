import { mostShown } from '#shared/model/governance/evidence.ts';
import type {
  EvidenceDifference,
  EvidenceSummary,
  ReportDetails,
  ReportItem,
} from '#shared/model/governance/evidence.ts';

type Told = Pick<ReportDetails, 'items' | 'keys'>;

/** What is told apart from release to release. Coverage is a figure and has no single things. */
export const differing: Record<
  Exclude<EvidenceSummary['kind'], 'coverage'>,
  EvidenceDifference['what']
> = {
  tests: 'failed test',
  findings: 'finding',
  components: 'component',
  performance: 'failing request',
};

/** What came and went between two releases: counted by key, told by name as far as words are kept. */
export function differenceOf(
  before: readonly Told[],
  after: readonly Told[],
): Pick<EvidenceDifference, 'added' | 'gone' | 'stayed' | 'items'> {
  const earlier = new Set(before.flatMap(({ keys }) => keys));
  const later = new Set(after.flatMap(({ keys }) => keys));
  const added = [...later].filter((key) => !earlier.has(key)).length;
  const gone = [...earlier].filter((key) => !later.has(key)).length;
  const fresh = namedOf(after, earlier).map((item) => ({ ...item, change: 'new' as const }));
  const lost = namedOf(before, later).map((item) => ({ ...item, change: 'gone' as const }));
  return {
    added,
    gone,
    stayed: later.size - added,
    items: [...fresh, ...lost].slice(0, mostShown),
  };
}

/** Their items that the other side has not, each once. */
function namedOf(told: readonly Told[], other: ReadonlySet<string>): ReportItem[] {
  const items = told.flatMap((each) => each.items).filter(({ key }) => !other.has(key));
  return [...new Map(items.map((item) => [item.key, item])).values()];
}
