import Button from '@mui/material/Button';
import { FileDown } from 'lucide-react';
import type { PackView } from '#shared/model/governance/packs.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { Change } from '../../../components/Change.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { HashText } from '../../../components/HashText.tsx';
import { Inspector, InspectorPart } from '../../../components/Inspector.tsx';
import { Person } from '../../../components/Person.tsx';
import { SkeletonText } from '../../../components/Skeleton.tsx';
import { Status } from '../../../components/Status.tsx';
import { When } from '../../../components/When.tsx';
import { dateText } from '../../../components/when-text.ts';
import { reviewerLook } from './pack-words.ts';
import { ResponseCard } from './ResponseCard.tsx';
import { useSavePack } from './use-save-pack.ts';
import styles from './packs.module.css';

export type PackAround = { nameOf: (personId: string) => string; zone: string; now: string };

type PackInspectorProps = {
  id: string;
  title: string;
  around: PackAround;
  onClose: () => void;
};

/** A pack: what it asks, who has answered, and every answer that came in. */
export function PackInspector({ id, title, around, onClose }: PackInspectorProps) {
  const pack = useProcedure('packs.get', { id });
  const { save, pending } = useSavePack();
  return (
    <Inspector
      title={title}
      onClose={onClose}
      actions={
        <Button startIcon={<FileDown />} disabled={pending} onClick={() => void save(id)}>
          Save the pack
        </Button>
      }
      actionsNote="The file as it was made, with the facts of then."
    >
      {pack.isPending && <SkeletonText lines={6} what="the pack" />}
      {pack.isError && pack.data === undefined && (
        <ErrorPanel
          {...errorParts('The pack could not be read', pack.error)}
          onRetry={() => void pack.refetch()}
        />
      )}
      {pack.data !== undefined && <PackParts pack={pack.data} around={around} />}
    </Inspector>
  );
}

function PackParts({ pack, around }: { pack: PackView; around: PackAround }) {
  const { nameOf, zone, now } = around;
  const gates = new Map(pack.items.map(({ gateId, gate, release }) => [gateId, { gate, release }]));
  const many = new Set(pack.items.map(({ releaseId }) => releaseId)).size > 1;
  const gateOf = (gateId: string) => {
    const found = gates.get(gateId);
    if (found === undefined) return 'a gate of another pack';
    return many ? `${found.gate}, ${found.release}` : found.gate;
  };
  return (
    <>
      <p className={styles['about']}>
        Made by <bdi>{nameOf(pack.madeById)}</bdi> <When at={pack.madeAt} zone={zone} now={now} />.
        Fingerprint <HashText text={pack.fingerprint} />.
        {pack.expiresOn !== null &&
          ` ${pack.expired ? 'Expired' : 'Can be answered until'} ${dateText(pack.expiresOn, Number(now.slice(0, 4)))}.`}
      </p>
      <InspectorPart title="Reviewers">
        <ul className={styles['answers']}>
          {pack.reviewers.map(({ id, personId, state }) => (
            <li key={id} className={styles['responseHead']}>
              <Person name={nameOf(personId)} />
              <Status kind={reviewerLook[state].kind} label={reviewerLook[state].label} />
            </li>
          ))}
        </ul>
      </InspectorPart>
      {pack.responses.length > 0 && (
        <InspectorPart title={pack.responses.length === 1 ? 'Answer' : 'Answers'}>
          <div className={styles['responses']}>
            {pack.responses.map((response) => (
              <ResponseCard key={response.id} response={response} gateOf={gateOf} around={around} />
            ))}
          </div>
        </InspectorPart>
      )}
      <InspectorPart title="What it asks">
        <ul className={styles['answers']}>
          {pack.items.map((item) => (
            <li key={item.gateId} className={styles['answer']}>
              <div className={styles['responseHead']}>
                <a href={`#/releases/${item.releaseId}/gates?sel=${item.gateId}`}>
                  <bdi title={gateOf(item.gateId)}>{gateOf(item.gateId)}</bdi>
                </a>
                <Status
                  kind={item.current ? 'passed' : 'out-of-date'}
                  label={item.current ? 'Facts unchanged' : 'Facts changed since'}
                />
              </div>
              {item.differences.map((difference) => (
                <Change key={`${difference.group} ${difference.what}`} {...difference} />
              ))}
            </li>
          ))}
        </ul>
      </InspectorPart>
    </>
  );
}
