import Button from '@mui/material/Button';
import { ClipboardPaste, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { Empty } from '../../../components/Empty.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Section } from '../../../components/Section.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { usePasted } from '../../../state/pasted.ts';
import { useScreenCommands } from '../../../state/screen-commands.ts';
import { EnvironmentInspector } from './EnvironmentInspector.tsx';
import { EnvironmentList } from './EnvironmentList.tsx';
import { PasteEnvironments } from './PasteEnvironments.tsx';

const noEnvironments = [] as const;

/** Where releases go, in the order they go through. */
export function EnvironmentsSettings() {
  const list = useProcedure('environments.list', {});
  // 'new' is no id: ids are UUIDs.
  const [selected, setSelected] = useState<string | null>(null);
  const pasted = usePasted('environments.paste');
  const { open: openPaste } = pasted;
  const environments = list.data ?? noEnvironments;
  const environment = environments.find(({ id }) => id === selected) ?? null;
  const commands = useMemo(
    () => [
      {
        id: 'environments.new',
        label: 'Add an environment',
        key: 'n',
        run: () => setSelected('new'),
      },
      { id: 'environments.paste', label: 'Paste environments', run: () => openPaste('') },
    ],
    [openPaste],
  );
  useScreenCommands(commands);

  if (pasted.isOpen && list.data) {
    return <PasteEnvironments pasted={pasted} environments={environments} />;
  }
  const addButton = (
    <>
      <Button startIcon={<ClipboardPaste />} onClick={() => pasted.open('')}>
        Paste a list
      </Button>
      <Button variant="contained" startIcon={<Plus />} onClick={() => setSelected('new')}>
        Add an environment
      </Button>
    </>
  );
  return (
    <SplitView
      inspector={
        (selected === 'new' || environment !== null) && (
          <EnvironmentInspector
            key={selected}
            environment={environment}
            onClose={() => setSelected(null)}
            onSaved={setSelected}
          />
        )
      }
    >
      {list.isError && (
        <ErrorPanel
          {...errorParts('The environments could not be read', list.error)}
          onRetry={() => void list.refetch()}
        />
      )}
      {list.data && environments.length === 0 && (
        <Empty
          text="Environments are where a release is deployed: staging, production in Frankfurt. Deployments are planned for each, in this order."
          action={addButton}
        />
      )}
      {environments.length > 0 && (
        <Section
          title="Environments"
          note="in the order of a rollout; Alt with ↑ or ↓ moves one"
          actions={addButton}
        >
          <EnvironmentList
            environments={environments}
            selectedId={selected}
            onSelect={setSelected}
          />
        </Section>
      )}
    </SplitView>
  );
}
