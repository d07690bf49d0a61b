import { useNavigate } from '@tanstack/react-router';
import { EnvironmentTabs } from '../../../components/EnvironmentTabs.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { CompareFiles } from './CompareFiles.tsx';
import { KeptCheck } from './KeptCheck.tsx';

export type ParitySearch = { sel?: string };

/** The exported settings of two environments held against each other, by key and never by value. */
export function ParityScreen({ search: { sel } }: { search: ParitySearch }) {
  const navigate = useNavigate();
  const open = (id: string | undefined) =>
    void navigate({ to: '/environments/parity', search: id === undefined ? {} : { sel: id } });
  return (
    <>
      <PageHeader
        title="Parity"
        note="Exported settings of two environments, compared by key: .env, JSON, YAML, Helm values, ConfigMap and Secret manifests. No value is shown or kept."
      >
        <EnvironmentTabs current="parity" />
      </PageHeader>
      {sel === undefined ? (
        <SplitView fills>
          <CompareFiles onKept={open} />
        </SplitView>
      ) : (
        <KeptCheck key={sel} id={sel} onClose={() => open(undefined)} />
      )}
    </>
  );
}
