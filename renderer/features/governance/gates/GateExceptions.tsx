import { useState } from 'react';
import Button from '@mui/material/Button';
import type { ExceptionView } from '#shared/model/governance/exceptions.ts';
import type { GateView } from '#shared/model/governance/gates.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { InspectorPart } from '../../../components/Inspector.tsx';
import { Status } from '../../../components/Status.tsx';
import { When } from '../../../components/When.tsx';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { DecideException, WithdrawException } from '../exceptions/index.ts';
import styles from './gates.module.css';

type GateExceptionsProps = { gate: GateView; page: ReleasePage; mayChange: boolean };

/** The exceptions by which a gate passes, or would: those that are asked for and those in force. */
export function GateExceptions({ gate, page, mayChange }: GateExceptionsProps) {
  const list = useProcedure('exceptions.list', { releaseId: page.release.id });
  const [open, setOpen] = useState<{ what: 'decide' | 'withdraw'; one: ExceptionView } | null>(
    null,
  );
  const own = (list.data ?? []).filter(
    ({ rule, subjectId, state }) =>
      rule === 'gate-override' &&
      subjectId === gate.id &&
      (state === 'asked' || state === 'granted'),
  );
  if (own.length === 0) return null;
  const { names, zone, now } = page;
  const close = () => setOpen(null);
  return (
    <InspectorPart title="Exception">
      {own.map((one) => (
        <div key={one.id} className={styles['exception']}>
          <Status
            kind={one.state === 'granted' ? 'exception' : 'waiting'}
            variant="plain"
            label={one.state === 'granted' ? 'In force' : 'Waits for a second person'}
          />
          <bdi>{one.rationale}</bdi>
          <span className={styles['source']}>
            What may come of it: <bdi>{one.impact}</bdi>
          </span>
          <span className={styles['source']}>
            <bdi>{names.person(one.requestedById)}</bdi> asked
            {one.decidedById !== null && (
              <>
                , <bdi>{names.person(one.decidedById)}</bdi> granted it
              </>
            )}
            ; expires <When at={one.expiresAt} zone={zone} now={now} showZone relative />
          </span>
          {mayChange && (
            <div className={styles['exceptionActions']}>
              {one.mayDecide && (
                <Button size="small" onClick={() => setOpen({ what: 'decide', one })}>
                  Decide on the exception…
                </Button>
              )}
              {one.mayWithdraw && (
                <Button
                  size="small"
                  variant="text"
                  onClick={() => setOpen({ what: 'withdraw', one })}
                >
                  Withdraw the exception…
                </Button>
              )}
            </div>
          )}
        </div>
      ))}
      {open?.what === 'decide' && (
        <DecideException exception={open.one} page={page} onClose={close} />
      )}
      {open?.what === 'withdraw' && <WithdrawException exception={open.one} onClose={close} />}
    </InspectorPart>
  );
}
