import { useState } from 'react';
import Button from '@mui/material/Button';
import type { EvidenceView } from '#shared/model/governance/evidence.ts';
import { useCommand } from '../../../../api/useCommand.ts';
import { useProcedure } from '../../../../api/useProcedure.ts';
import { CheckboxInput } from '../../../../components/form/CheckboxInput.tsx';
import { FieldGroup } from '../../../../components/form/Field.tsx';
import { showToast } from '../../../../components/toasts/toast-store.ts';
import type { ReleasePage } from '../../../planning/releases/index.ts';
import { undoOf } from '../../../../state/edits.ts';
import styles from './brought.module.css';

type ProvenControlsProps = { item: EvidenceView; page: ReleasePage; onDone: () => void };

/** Which controls of the release a piece of evidence proves. */
export function ProvenControls({ item, page, onDone }: ProvenControlsProps) {
  const controls = useProcedure('controls.forRelease', { releaseId: page.release.id }).data;
  const [chosen, setChosen] = useState<readonly string[]>(item.controlKeys);
  const prove = useCommand('gates.proveControls');
  const send = async () => {
    const answer = await prove.run({ id: item.id, controlKeys: [...chosen] });
    if (!answer.ok) return;
    showToast({ text: 'What it proves is kept', undo: undoOf(answer) });
    onDone();
  };
  const asked = (controls ?? []).filter(
    ({ key, state }) => state !== 'not-applicable' || item.controlKeys.includes(key),
  );
  if (controls !== undefined && asked.length === 0) {
    return (
      <p className={styles['hint']}>
        No control applies to this release. <a href="#/settings/controls">Register of controls</a>
      </p>
    );
  }
  return (
    <FieldGroup label="Proves the controls" error={prove.error?.message}>
      <div>
        {asked.map(({ key, name }) => (
          <CheckboxInput
            key={key}
            label={`${key} ${name}`}
            checked={chosen.includes(key)}
            onChange={(event) =>
              setChosen(
                event.target.checked ? [...chosen, key] : chosen.filter((each) => each !== key),
              )
            }
          />
        ))}
        <Button size="small" loading={prove.pending} onClick={() => void send()}>
          Keep
        </Button>
      </div>
    </FieldGroup>
  );
}
