import { useState } from 'react';
import Button from '@mui/material/Button';
import type { PitfallState, PitfallView } from '#shared/model/governance/pitfalls.ts';
import { pitfallWords } from '#shared/rules/governance/pitfalls/words.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import type { StatusKind } from '../../../app/theme/tokens.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { numberText } from '../../../components/number-text.ts';
import { Panel } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { Status } from '../../../components/Status.tsx';
import { Why } from '../../../components/Why.tsx';
import { releaseHref } from '../../planning/releases/index.ts';
import { PitfallTerms } from './PitfallTerms.tsx';
import styles from './pitfalls.module.css';

const look: Record<PitfallState, { kind: StatusKind; word: string }> = {
  found: { kind: 'exception', word: 'found' },
  clear: { kind: 'passed', word: 'None found' },
  'too-few': { kind: 'not-applicable', word: 'Too few to tell' },
  off: { kind: 'not-applicable', word: 'Off' },
};

/** As many rows as a query gives at most. */
const mostRows = 1000;

/** One check: where it stands, what it found, why it matters, and its number and switch. */
export function PitfallSection({ pitfall }: { pitfall: PitfallView }) {
  const { key, state, found, said, rows } = pitfall;
  const { title, definition, why, todo } = pitfallWords[key];
  const [isOpen, setIsOpen] = useState(false);
  const { kind, word } = look[state];
  return (
    <Section
      title={title}
      note={
        <Status
          kind={kind}
          variant="plain"
          label={state === 'found' ? `${numberText(found)} ${word}` : word}
        />
      }
      actions={<Why what={title} rule={definition} arithmetic={said} />}
    >
      <Panel padded>
        <p className={styles['said']}>{said}</p>
        {isOpen ? <AllRows pitfall={pitfall} /> : <Rows rows={rows} label={title} />}
        {found > rows.length && (
          <Button size="small" variant="text" onClick={() => setIsOpen(!isOpen)}>
            {isOpen ? `Show the first ${rows.length}` : allWords(found)}
          </Button>
        )}
        {state !== 'off' && (
          <p className={styles['quiet']}>
            {why} {state === 'found' && todo}
          </p>
        )}
        <PitfallTerms pitfall={pitfall} />
      </Panel>
    </Section>
  );
}

function allWords(found: number): string {
  return found > mostRows
    ? `Show ${numberText(mostRows)} of ${numberText(found)}`
    : `Show all ${numberText(found)}`;
}

function AllRows({ pitfall: { key, rows } }: { pitfall: PitfallView }) {
  const list = useProcedure('pitfalls.list', { key, most: mostRows });
  if (list.isError && list.data === undefined) {
    return (
      <ErrorPanel
        {...errorParts('The rows could not be read', list.error)}
        onRetry={() => void list.refetch()}
      />
    );
  }
  return <Rows rows={list.data?.[0]?.rows ?? rows} label={pitfallWords[key].title} />;
}

function Rows({ rows, label }: { rows: PitfallView['rows']; label: string }) {
  if (rows.length === 0) return null;
  return (
    <ul className={styles['rows']} aria-label={label}>
      {rows.map(({ releaseId, gateId, tab, name, said }) => (
        <li key={`${releaseId} ${gateId ?? ''}`}>
          <a href={releaseHref(releaseId, tab, gateId ?? undefined)} title={name}>
            <bdi>{name}</bdi>
          </a>
          <span>{said}</span>
        </li>
      ))}
    </ul>
  );
}
