import { Suspense } from 'react';
import { assertNever } from '#shared/model/refusal.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { lazyScreen } from '../../state/lazy-screen.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { TabLinks } from '../../components/TabLinks.tsx';
import type { SettingsSection } from '../routes/settings-sections.ts';

const Workspace = lazyScreen(
  async () =>
    (await import('../../features/workspace/workspace/WorkspaceSettings.tsx')).WorkspaceSettings,
);
const People = lazyScreen(
  async () => (await import('../../features/workspace/people/PeopleSettings.tsx')).PeopleSettings,
);
const Absences = lazyScreen(
  async () => (await import('../../features/planning/absences/index.ts')).PersonAbsences,
);
const Services = lazyScreen(
  async () =>
    (await import('../../features/workspace/services/ServicesSettings.tsx')).ServicesSettings,
);
const Environments = lazyScreen(
  async () =>
    (await import('../../features/workspace/environments/EnvironmentsSettings.tsx'))
      .EnvironmentsSettings,
);
const Templates = lazyScreen(
  async () =>
    (await import('../../features/planning/templates/TemplatesSettings.tsx')).TemplatesSettings,
);
const Policy = lazyScreen(
  async () =>
    (await import('../../features/governance/policies/PolicySettings.tsx')).PolicySettings,
);
const Risk = lazyScreen(
  async () => (await import('../../features/governance/risks/RiskSettings.tsx')).RiskSettings,
);
const Responsibilities = lazyScreen(
  async () =>
    (await import('../../features/governance/raci/ResponsibilitiesSettings.tsx'))
      .ResponsibilitiesSettings,
);
const Controls = lazyScreen(
  async () =>
    (await import('../../features/governance/controls/ControlsSettings.tsx')).ControlsSettings,
);
const Decisions = lazyScreen(
  async () =>
    (await import('../../features/governance/approvals/DecisionsSettings.tsx')).DecisionsSettings,
);
const Device = lazyScreen(
  async () => (await import('../../features/workspace/device/DeviceSettings.tsx')).DeviceSettings,
);

/** `selected` opens one of the people. */
type SettingsScreenProps = { section: SettingsSection; selected?: string };

/** Everything that is set up once: the workspace, who and what is in it, and this device. */
export function SettingsScreen({ section, selected }: SettingsScreenProps) {
  const people = useProcedure('people.list', {}).data?.people.length;
  const services = useProcedure('services.list', {}).data?.length;
  const environments = useProcedure('environments.list', {}).data?.length;
  return (
    <>
      <PageHeader title="Settings">
        <TabLinks
          label="Settings"
          current={section}
          tabs={[
            { key: 'workspace', label: 'Workspace', href: '#/settings/workspace' },
            { key: 'people', label: 'People', href: '#/settings/people', count: people },
            { key: 'services', label: 'Services', href: '#/settings/services', count: services },
            {
              key: 'environments',
              label: 'Environments',
              href: '#/settings/environments',
              count: environments,
            },
            { key: 'templates', label: 'Templates', href: '#/settings/templates' },
            { key: 'policy', label: 'Policy', href: '#/settings/policy' },
            { key: 'risk', label: 'Risk', href: '#/settings/risk' },
            {
              key: 'responsibilities',
              label: 'Responsibilities',
              href: '#/settings/responsibilities',
            },
            { key: 'controls', label: 'Controls', href: '#/settings/controls' },
            { key: 'decisions', label: 'Decisions', href: '#/settings/decisions' },
            { key: 'device', label: 'This device', href: '#/settings/device' },
          ]}
        />
      </PageHeader>
      <Suspense>
        <Section section={section} selected={selected} />
      </Suspense>
    </>
  );
}

function Section({ section, selected }: SettingsScreenProps) {
  switch (section) {
    case 'workspace':
      return <Workspace />;
    case 'people':
      return (
        <People
          key={selected}
          selected={selected}
          more={({ id, leftOn }) => (
            <Suspense>
              <Absences key={id} personId={id} isHere={leftOn === null} />
            </Suspense>
          )}
        />
      );
    case 'services':
      return <Services />;
    case 'environments':
      return <Environments />;
    case 'templates':
      return <Templates />;
    case 'policy':
      return <Policy />;
    case 'risk':
      return <Risk />;
    case 'responsibilities':
      return <Responsibilities />;
    case 'controls':
      return <Controls />;
    case 'decisions':
      return <Decisions />;
    case 'device':
      return <Device />;
    default:
      return assertNever(section);
  }
}
