import type { WorkflowMapping } from '#shared/model/delivery/pipelines.ts';

export type KnownWorkflow = { workflow: string; name: string };

export type MappingRow = KnownWorkflow & { serviceId: string | null; required: boolean };

/** Every workflow that is known or mapped, once, by name. */
export function rowsOf(
  known: readonly KnownWorkflow[],
  mapping: readonly WorkflowMapping[],
): MappingRow[] {
  const names = new Map(mapping.map(({ workflow }) => [workflow, fileName(workflow)]));
  for (const { workflow, name } of known) names.set(workflow, name || fileName(workflow));
  const mapped = new Map(mapping.map((each) => [each.workflow, each]));
  return [...names]
    .map(([workflow, name]) => ({
      workflow,
      name,
      serviceId: mapped.get(workflow)?.serviceId ?? null,
      required: mapped.get(workflow)?.required ?? false,
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** The mapping with one workflow changed; one that loses its service is no longer in it. */
export function remap(
  mapping: readonly WorkflowMapping[],
  workflow: string,
  change: Partial<Pick<WorkflowMapping, 'serviceId' | 'required'>>,
): WorkflowMapping[] {
  const before = mapping.find((each) => each.workflow === workflow);
  // A workflow somebody maps is one they care for: it is required until they say otherwise.
  const after = { serviceId: '', required: true, ...before, ...change, workflow };
  const others = mapping.filter((each) => each.workflow !== workflow);
  return after.serviceId === '' ? others : [...others, after];
}

/** The workflows that runs name, once each. */
export function workflowsIn(
  runs: readonly { workflow: string; workflowName: string }[],
): KnownWorkflow[] {
  const byPath = new Map(runs.map(({ workflow, workflowName }) => [workflow, workflowName]));
  return [...byPath].map(([workflow, name]) => ({ workflow, name }));
}

function fileName(workflow: string): string {
  return workflow.split('/').at(-1) ?? workflow;
}
