import { useState } from 'react';
import { longestWindowMinutes, type MetricCheck } from '#shared/model/delivery/monitoring.ts';
import { useCommand } from '../../../../api/useCommand.ts';
import { FormDialog } from '../../../../components/FormDialog.tsx';
import { FieldRow } from '../../../../components/form/Field.tsx';
import { NumberInput } from '../../../../components/form/NumberInput.tsx';
import { SelectInput } from '../../../../components/form/SelectInput.tsx';
import { TextArea } from '../../../../components/form/TextArea.tsx';
import { TextInput } from '../../../../components/form/TextInput.tsx';
import { showToast } from '../../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../../state/edits.ts';
import type { ReleasePage } from '../../../planning/releases/index.ts';

type CheckDialogProps = {
  /** Null for a new one. */
  check: MetricCheck | null;
  sources: readonly { id: string; name: string }[];
  page: ReleasePage;
  onClose: () => void;
};

const comparisonOptions = [
  { value: 'at-most', label: 'at most' },
  { value: 'at-least', label: 'at least' },
];

/** A query, and what its values have to keep. */
export function CheckDialog({ check, sources, page, onClose }: CheckDialogProps) {
  const { release, names } = page;
  const { run } = useCommand('monitoring.saveCheck');
  const [name, setName] = useState(check?.name ?? '');
  const [query, setQuery] = useState(check?.query ?? '');
  const [connectionId, setConnectionId] = useState(check?.connectionId ?? sources[0]?.id ?? '');
  const [serviceId, setServiceId] = useState(check?.serviceId ?? '');
  const [comparison, setComparison] = useState<string>(check?.comparison ?? 'at-most');
  const [threshold, setThreshold] = useState(String(check?.threshold ?? ''));
  const [minutes, setMinutes] = useState(String(check?.windowMinutes ?? 30));
  const send = async () => {
    const limit = numberOf(threshold);
    if (limit === null)
      return `Expected a number such as 0.05 as the threshold, and found “${threshold}”.`;
    const windowMinutes = numberOf(minutes);
    if (windowMinutes === null || !Number.isInteger(windowMinutes)) {
      return `Expected whole minutes, such as 30, and found “${minutes}”.`;
    }
    const answer = await run({
      ...(check === null ? {} : { id: check.id, rev: check.rev }),
      ...{ releaseId: release.id, connectionId, name, query, windowMinutes, threshold: limit },
      serviceId: serviceId === '' ? null : serviceId,
      comparison: comparison === 'at-least' ? 'at-least' : 'at-most',
    });
    if (!answer.ok) return answer.error.message;
    showToast({ text: 'Metric check saved', undo: undoOf(answer) });
    return null;
  };
  const shipped = new Set(release.components.map((each) => each.serviceId));
  return (
    <FormDialog
      title={check === null ? 'Add a metric check' : 'Change the metric check'}
      action={check === null ? 'Add it' : 'Save it'}
      onSend={send}
      onClose={onClose}
    >
      <TextInput
        autoFocus
        label="What it is about"
        placeholder="Share of failed calls"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <SelectInput
        label="Asked of"
        options={sources.map(({ id, name: label }) => ({ value: id, label }))}
        value={connectionId}
        onChange={(event) => setConnectionId(event.target.value)}
      />
      <TextArea
        label="Query"
        help="PromQL. Every value of every series it gives has to keep the threshold."
        dir="ltr"
        rows={3}
        spellCheck={false}
        placeholder={'sum(rate(errors{service="shop"}[5m])) / sum(rate(calls{service="shop"}[5m]))'}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <FieldRow>
        <SelectInput
          label="Values are"
          width={140}
          options={comparisonOptions}
          value={comparison}
          onChange={(event) => setComparison(event.target.value)}
        />
        <NumberInput
          label="Threshold"
          value={threshold}
          onChange={(event) => setThreshold(event.target.value)}
        />
        <NumberInput
          label="Looks back"
          unit="min"
          help={`At most ${longestWindowMinutes.toLocaleString('en')}, a week.`}
          value={minutes}
          onChange={(event) => setMinutes(event.target.value)}
        />
      </FieldRow>
      <SelectInput
        label="Service"
        none="All of the release"
        options={names.services
          .filter(({ id }) => shipped.has(id) || id === check?.serviceId)
          .map(({ id, name: label }) => ({ value: id, label }))}
        value={serviceId}
        onChange={(event) => setServiceId(event.target.value)}
      />
    </FormDialog>
  );
}

function numberOf(text: string): number | null {
  const typed = text.trim().replace(',', '.');
  const value = Number(typed);
  return typed === '' || !Number.isFinite(value) ? null : value;
}
