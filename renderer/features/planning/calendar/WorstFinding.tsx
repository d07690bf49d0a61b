import type { PlacementCheck } from '#shared/model/planning/placement.ts';
import { Status } from '../../../components/Status.tsx';
import { findingLook } from './placement-words.ts';

type WorstFindingProps = Pick<PlacementCheck, 'findings'>;

/** The worst that stands against a start, by icon, word and colour, and how many more there are. */
export function WorstFinding({ findings }: WorstFindingProps) {
  const open = findings.filter(({ exception }) => exception === null);
  const [worst] = open;
  if (worst === undefined) {
    return <Status kind="passed" variant="plain" label="Nothing stands against this start." />;
  }
  const { kind, word } = findingLook(worst);
  const more = open.length === 1 ? '' : ` And ${open.length - 1} more.`;
  return (
    <>
      <Status kind={kind} variant="plain" label={word} />
      <bdi title={worst.override}>
        {worst.what}
        {more}
      </bdi>
    </>
  );
}
