import { useState } from 'react';
import Button from '@mui/material/Button';
import type { ExceptionView } from '#shared/model/governance/exceptions.ts';
import { exceptionTitle } from '#shared/rules/governance/exceptions.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PanelList, PanelRow } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { Status } from '../../../components/Status.tsx';
import { When } from '../../../components/When.tsx';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { DecideException } from './DecideException.tsx';
import { WithdrawException } from './WithdrawException.tsx';
import { exceptionLook } from './exception-words.ts';
import styles from './exceptions.module.css';

/** The exceptions of a release with where each stands; nothing where none was ever asked for. */
export function ExceptionsSection({ page }: { page: ReleasePage }) {
  const list = useProcedure('exceptions.list', { releaseId: page.release.id });
  const [open, setOpen] = useState<{ what: 'decide' | 'withdraw'; one: ExceptionView } | null>(
    null,
  );
  if (list.isError && list.data === undefined) {
    return (
      <Section title="Exceptions">
        <ErrorPanel
          {...errorParts('The exceptions could not be read', list.error)}
          onRetry={() => void list.refetch()}
        />
      </Section>
    );
  }
  const all = list.data ?? [];
  if (all.length === 0) return null;
  const close = () => setOpen(null);
  return (
    <Section title="Exceptions" note={String(all.length)}>
      <PanelList label="Exceptions">
        {all.map((one) => (
          <ExceptionRow
            key={one.id}
            exception={one}
            page={page}
            onDecide={() => setOpen({ what: 'decide', one })}
            onWithdraw={() => setOpen({ what: 'withdraw', one })}
          />
        ))}
      </PanelList>
      {open?.what === 'decide' && (
        <DecideException exception={open.one} page={page} onClose={close} />
      )}
      {open?.what === 'withdraw' && <WithdrawException exception={open.one} onClose={close} />}
    </Section>
  );
}

type ExceptionRowProps = {
  exception: ExceptionView;
  page: ReleasePage;
  onDecide: () => void;
  onWithdraw: () => void;
};

function ExceptionRow({ exception, page, onDecide, onWithdraw }: ExceptionRowProps) {
  const { state, rationale, impact, deciders, proposal } = exception;
  const { names, zone, now, editable } = page;
  const { kind, word } = exceptionLook[state];
  const title = exceptionTitle(exception);
  return (
    <PanelRow
      lead={<Status kind={kind} variant="icon" label={word} />}
      title={<bdi>{title}</bdi>}
      beside={word}
      note={
        <>
          <bdi className={styles['said']} title={rationale}>
            {rationale}
          </bdi>
          <bdi className={styles['said']} title={impact}>
            What may come of it: {impact}
          </bdi>
          <span className={styles['line']}>
            <bdi>{names.person(exception.requestedById)}</bdi> asked;{' '}
            {state === 'expired' ? 'expired' : 'expires'}{' '}
            <When at={exception.expiresAt} zone={zone} now={now} showZone relative />
          </span>
          <Decided exception={exception} page={page} />
          {deciders !== '' && <span className={styles['line']}>{deciders}</span>}
          {proposal !== null && <bdi className={styles['proposal']}>{proposal}</bdi>}
        </>
      }
      end={
        editable && (
          <>
            {exception.mayDecide && (
              <Button size="small" aria-label={`Decide on ${title}`} onClick={onDecide}>
                Decide…
              </Button>
            )}
            {exception.mayWithdraw && (
              <Button
                size="small"
                variant="text"
                aria-label={`Withdraw ${title}`}
                onClick={onWithdraw}
              >
                Withdraw…
              </Button>
            )}
          </>
        )
      }
    />
  );
}

type DecidedProps = Pick<ExceptionRowProps, 'exception' | 'page'>;

/** By whom it was granted or refused, with what they said. */
function Decided({ exception, page }: DecidedProps) {
  const { decidedById, decidedAt, decisionNote, state } = exception;
  if (decidedById === null || decidedAt === null) return null;
  const did = state === 'refused' ? 'refused it' : 'granted it';
  return (
    <span className={styles['line']}>
      <bdi>{page.names.person(decidedById)}</bdi> {did}{' '}
      <When at={decidedAt} zone={page.zone} now={page.now} />
      {decisionNote !== '' && <bdi>: “{decisionNote}”</bdi>}
    </span>
  );
}
