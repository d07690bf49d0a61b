import { useMemo } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { ExceptionView } from '#shared/model/governance/exceptions.ts';
import { exceptionRule } from '#shared/model/governance/exceptions.ts';
import { exceptionRuleNames } from '#shared/rules/governance/exceptions.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { tableState } from '../../../components/data-table/table-state.tsx';
import type { useProcedure } from '../../../api/useProcedure.ts';
import { useProcedure as useQuery } from '../../../api/useProcedure.ts';
import { DataTable } from '../../../components/data-table/DataTable.tsx';
import { Empty } from '../../../components/Empty.tsx';
import { Segmented } from '../../../components/form/Segmented.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { Status } from '../../../components/Status.tsx';
import { useNow } from '../../../state/clock.ts';
import { releaseHref, useNames } from '../../planning/releases/index.ts';
import type { ImproveSearch } from './ImproveScreen.tsx';
import { exceptionColumns } from './exception-columns.tsx';
import { isShown, proposalsOf, ruleCounts, stateChoices, stateChosen } from './exceptions-view.ts';
import styles from './pitfalls.module.css';

type ExceptionsRoomProps = {
  list: ReturnType<typeof useProcedure<'exceptions.list'>>;
  search: ImproveSearch;
};

const none: readonly ExceptionView[] = [];

/** Every exception over all releases, with how often each rule is left and what that asks for. */
export function ExceptionsRoom({ list, search }: ExceptionsRoomProps) {
  const now = useNow();
  const navigate = useNavigate();
  const { names } = useNames();
  const zone = useQuery('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const all = list.data ?? none;
  const state = stateChosen(search.state);
  const rule = exceptionRule.safeParse(search.rule).data;
  const rows = useMemo(() => all.filter((one) => isShown(one, state, rule)), [all, state, rule]);
  const columns = useMemo(() => exceptionColumns({ names, zone, now }), [names, zone, now]);
  const proposals = useMemo(() => proposalsOf(all), [all]);
  const show = (next: Omit<ImproveSearch, 'show'>) =>
    void navigate({
      to: '/improve',
      search: { show: 'exceptions', state, ...(rule === undefined ? {} : { rule }), ...next },
      replace: true,
    });
  return (
    <SplitView fills>
      <DataTable
        label="Exceptions"
        remember="improve-exceptions"
        rows={rows}
        columns={columns}
        rowId={idOf}
        state={tableState(
          list,
          list.error && errorParts('The exceptions could not be read', list.error),
        )}
        noun={['exception', 'exceptions']}
        lines={2}
        onOpen={(one) => {
          window.location.hash = addressOf(one);
        }}
        filters={
          <div className={styles['filters']}>
            <Segmented
              label="Which exceptions"
              choices={stateChoices}
              value={state}
              onPick={(picked) => show({ state: picked })}
            />
            <SelectInput
              label="Rule"
              value={rule ?? ''}
              options={[
                { value: '', label: `All rules (${all.length})` },
                ...ruleCounts(all).map((each) => ({
                  value: each.rule,
                  label: `${exceptionRuleNames[each.rule]} (${each.count})`,
                })),
              ]}
              onChange={(event) => show({ rule: event.target.value })}
            />
          </div>
        }
        under={
          proposals.length > 0 && (
            <ul className={styles['proposals']} aria-label="Rules to think about">
              {proposals.map((proposal) => (
                <li key={proposal}>
                  <Status kind="exception" variant="icon" label="Comes again and again" />
                  <bdi>{proposal}</bdi>
                </li>
              ))}
            </ul>
          )
        }
        empty={
          <Empty
            text={
              all.length === 0
                ? 'Exceptions of all releases stand here, with the rules they are to. None was ever asked for.'
                : 'No exception is like this. Choose “All”, or another rule.'
            }
          />
        }
      />
    </SplitView>
  );
}

const idOf = ({ id }: ExceptionView) => id;

function addressOf({ releaseId, rule, subjectId }: ExceptionView): string {
  const isGate = rule === 'gate-removed' || rule === 'gate-override';
  return isGate
    ? releaseHref(
        releaseId,
        'gates',
        rule === 'gate-override' ? (subjectId ?? undefined) : undefined,
      )
    : releaseHref(releaseId, 'overview');
}
