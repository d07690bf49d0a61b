import Button from '@mui/material/Button';
import { Pencil } from 'lucide-react';
import type { PolicyVersion } from '#shared/model/governance/policies.ts';
import type { Person } from '#shared/model/workspace/people.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { Status } from '../../../components/Status.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { relativeText } from '../../../components/when-text.ts';
import { useNow } from '../../../state/clock.ts';
import { undoOf } from '../../../state/edits.ts';
import type { PolicySource } from './PolicySettings.tsx';
import styles from './policies.module.css';

type PolicyListProps = {
  versions: readonly PolicyVersion[];
  people: readonly Person[];
  onOpen: (source: PolicySource) => void;
};

/** The draft, what was published with the newest first, and what the program brings. */
export function PolicyList({ versions, people, onOpen }: PolicyListProps) {
  const own = versions.filter(({ state }) => state !== 'shipped');
  const shipped = versions.filter(({ state }) => state === 'shipped');
  return (
    <SplitView>
      <p className={styles['intro']}>
        The policy says which gates a release has: by its type, its risk band, its services and
        environments. One is in force; a change applies to open releases when it is published.
      </p>
      {own.length > 0 && (
        <Section title="Yours" note="the newest published version is in force">
          <PanelList label="Your policies">
            {own.map((each) => (
              <OwnRow key={each.id} version={each} people={people} onOpen={onOpen} />
            ))}
          </PanelList>
        </Section>
      )}
      <Section title="Shipped with Slipway" note="start from one to change it">
        <PanelList label="Policies shipped with Slipway">
          {shipped.map((each) => (
            <PanelRow
              key={each.profile}
              title={each.name}
              beside={each.inForce ? <InForce /> : undefined}
              note={each.note}
              end={
                <>
                  <span className={styles['facts']}>{countsOf(each)}</span>
                  <Button
                    startIcon={<Pencil />}
                    aria-label={`Start from the policy ${each.name}`}
                    onClick={() => onOpen({ profile: each.profile ?? 'standard' })}
                  >
                    Start from it
                  </Button>
                </>
              }
            />
          ))}
        </PanelList>
      </Section>
    </SplitView>
  );
}

type OwnRowProps = Omit<PolicyListProps, 'versions'> & { version: PolicyVersion };

function OwnRow({ version, people, onOpen }: OwnRowProps) {
  const now = useNow();
  const discard = useCommand('policies.discardDraft').run;
  const { id, name, number, state, note, inForce, publishedAt, publishedById } = version;
  if (id === null) return null;
  const isDraft = state === 'draft';
  const by = people.find((person) => person.id === publishedById)?.name ?? 'somebody';
  const throwAway = async () => {
    const answer = await discard({ id });
    if (!answer.ok) showToast({ text: answer.error.message, tone: 'failed' });
    else showToast({ text: 'Draft discarded', undo: undoOf(answer) });
  };
  return (
    <PanelRow
      title={
        <bdi className={styles['name']} title={name}>
          {name}
        </bdi>
      }
      beside={
        <>
          {isDraft ? 'draft' : `version ${number}`} {inForce && <InForce />}
        </>
      }
      note={note === '' ? undefined : <bdi className={styles['note']}>{note}</bdi>}
      onOpen={() => onOpen({ id })}
      end={
        <>
          <span className={styles['facts']}>
            {countsOf(version)}
            {publishedAt !== null && (
              <>
                <br />
                published {relativeText(publishedAt, now)} by <bdi>{by}</bdi>
              </>
            )}
          </span>
          {isDraft && (
            <Button
              onClick={(event) => {
                event.stopPropagation();
                void throwAway();
              }}
            >
              Discard
            </Button>
          )}
        </>
      }
    />
  );
}

function InForce() {
  return <Status kind="passed" variant="word" label="In force" />;
}

function countsOf({ gates, rules }: PolicyVersion): string {
  if (gates === null || rules === null) return 'cannot be read yet';
  const of = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
  return `${of(gates, 'gate')}, ${of(rules, 'rule')}`;
}
