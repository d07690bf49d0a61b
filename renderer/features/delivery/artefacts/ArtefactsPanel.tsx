import { useMemo, useState } from 'react';
import type { ArtefactView } from '#shared/contract/delivery/artefacts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { SplitView } from '../../../components/SplitView.tsx';
import { useNow } from '../../../state/clock.ts';
import { ArtefactInspector } from './ArtefactInspector.tsx';
import { ArtefactsTable } from './ArtefactsTable.tsx';

/** The artefacts of a connection, with the selected one beside them. */
export function ArtefactsPanel({ connectionId }: { connectionId: string }) {
  const [chosen, setChosen] = useState<ArtefactView | null>(null);
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const listed = useProcedure('services.list', {}).data;
  const services = useMemo(() => new Map(listed?.map(({ id, name }) => [id, name])), [listed]);
  const now = useNow();
  return (
    <SplitView
      fills
      inspector={
        chosen && (
          <ArtefactInspector
            artefact={chosen}
            service={services.get(chosen.serviceId ?? '') ?? null}
            zone={zone}
            now={now}
            onClose={() => setChosen(null)}
          />
        )
      }
    >
      <ArtefactsTable
        connectionId={connectionId}
        services={services}
        selectedId={chosen?.id ?? null}
        onSelect={setChosen}
      />
    </SplitView>
  );
}
