import Button from '@mui/material/Button';
import { dependencyKinds, dependencyStates } from '#shared/model/planning/plan.ts';
import type { DependencyView } from '#shared/model/planning/plan.ts';
import { dependencyWords } from '#shared/rules/planning/plan-words.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { SavedField } from '../../../components/editing/SavedField.tsx';
import { SavedSelect } from '../../../components/editing/SavedSelect.tsx';
import { Inspector, InspectorPart } from '../../../components/Inspector.tsx';
import { releaseHref } from '../releases/index.ts';
import type { ReleasePage } from '../releases/index.ts';
import { lagOf } from './lag.ts';
import { needName, useDependencies } from './use-dependencies.ts';
import type { DependencyPatch } from './use-dependencies.ts';
import { useOtherReleases } from './use-other-releases.ts';
import styles from './dependencies.module.css';

type InspectorProps = {
  page: ReleasePage;
  owners: readonly { value: string; label: string }[];
};

/** The opened dependency, edited in place; nothing while none is opened. */
export function DependencyInspector({ page, owners }: InspectorProps) {
  const list = useProcedure('dependencies.list', { releaseId: page.release.id });
  const need = list.data?.needs.find(({ id }) => id === page.selected);
  if (need === undefined) return null;
  return <Opened key={need.id} need={need} page={page} owners={owners} />;
}

const states = dependencyStates.map((value) => ({ value, label: dependencyWords.state[value] }));
/** A release is chosen when a dependency on one is added; the others may change into each other. */
const otherKinds = dependencyKinds
  .filter((kind) => kind !== 'release')
  .map((value) => ({ value, label: dependencyWords.kind[value] }));

function Opened({ need, page, owners }: InspectorProps & { need: DependencyView }) {
  const edits = useDependencies(page.release.id);
  const { editable, names } = page;
  const change = (patch: DependencyPatch) => edits.change(need, patch);
  const takeOff = async () => {
    if ((await edits.remove(need)) === null) page.select(null);
  };
  return (
    <Inspector
      title={needName(need)}
      note={dependencyWords.kind[need.kind]}
      onClose={() => page.select(null)}
      actions={
        editable ? (
          <Button variant="text" onClick={() => void takeOff()}>
            Remove
          </Button>
        ) : undefined
      }
    >
      <InspectorPart title="Standing">
        {need.why !== '' && (
          <p className={styles['why']} dir="auto">
            {need.why}
          </p>
        )}
        <dl className={styles['facts']}>
          <dt>State</dt>
          <dd>
            {editable ? (
              <SavedSelect
                label="State"
                value={need.state}
                options={states}
                save={(state) => change({ state })}
              />
            ) : (
              dependencyWords.state[need.state]
            )}
          </dd>
          <dt>Owner</dt>
          <dd>
            {editable ? (
              <SavedSelect
                label="Owner"
                value={need.ownerId ?? ''}
                options={owners}
                save={(ownerId) => change({ ownerId: ownerId === '' ? null : ownerId })}
              />
            ) : (
              <bdi>{names.person(need.ownerId)}</bdi>
            )}
          </dd>
          {need.kind === 'release' ? (
            <TargetFacts need={need} page={page} change={change} />
          ) : (
            <>
              <dt>Kind</dt>
              <dd>
                {editable ? (
                  <SavedSelect
                    label="Kind"
                    value={need.kind}
                    options={otherKinds}
                    save={(kind) => change({ kind })}
                  />
                ) : (
                  dependencyWords.kind[need.kind]
                )}
              </dd>
            </>
          )}
        </dl>
      </InspectorPart>
      <InspectorPart title="What">
        <div className={styles['fields']}>
          {need.kind !== 'release' && (
            <SavedField
              label="What is needed"
              readOnly={!editable}
              value={need.title}
              save={(title) => change({ title })}
            />
          )}
          {need.kind !== 'release' && (
            <SavedField
              kind="date"
              label="Expected on"
              help="When it is to be there, as those who bring it say"
              readOnly={!editable}
              value={need.expectedOn ?? ''}
              save={(expectedOn) => change({ expectedOn: expectedOn === '' ? null : expectedOn })}
            />
          )}
          <SavedField
            kind="number"
            label="Lag"
            help="Working days between its end and the start of this release"
            width={96}
            readOnly={!editable}
            value={String(need.lagDays)}
            save={(typed) => {
              const lag = lagOf(typed);
              return typeof lag === 'string'
                ? Promise.resolve({ code: 'invalid_input', message: lag })
                : change({ lagDays: lag });
            }}
          />
          <SavedField
            kind="date"
            label="Needed by"
            readOnly={!editable}
            value={need.neededOn ?? ''}
            save={(neededOn) => change({ neededOn: neededOn === '' ? null : neededOn })}
          />
          <SavedField
            kind="area"
            label="Note"
            readOnly={!editable}
            value={need.note}
            save={(note) => change({ note })}
          />
        </div>
      </InspectorPart>
    </Inspector>
  );
}

type TargetFactsProps = {
  need: DependencyView;
  page: ReleasePage;
  change: (patch: DependencyPatch) => ReturnType<ReturnType<typeof useDependencies>['change']>;
};

/** The release it names: another may be chosen, and the way leads to it. */
function TargetFacts({ need, page, change }: TargetFactsProps) {
  const open = useOtherReleases(page.release.id);
  const { target, targetReleaseId } = need;
  if (target === null || targetReleaseId === null) return null;
  const own = { value: targetReleaseId, label: `${target.name} (R-${target.number})` };
  const options = open.some(({ value }) => value === own.value) ? open : [own, ...open];
  return (
    <>
      {page.editable && (
        <>
          <dt>Release</dt>
          <dd>
            <SavedSelect
              label="Release"
              value={targetReleaseId}
              options={options}
              save={(chosen) => change({ targetReleaseId: chosen })}
            />
          </dd>
        </>
      )}
      <dt />
      <dd>
        <Button size="small" variant="text" href={releaseHref(targetReleaseId, 'overview')}>
          Open the release
        </Button>
      </dd>
    </>
  );
}
