import { useSyncExternalStore } from 'react';
import type { ComponentType } from 'react';
import {
  CircleCheck,
  FileText,
  Gavel,
  Layers,
  MousePointerClick,
  Package,
  Palette,
  SquarePen,
  Table2,
  Inbox,
} from 'lucide-react';
import { Frame } from '../app/frame/Frame.tsx';
import type { RailItem } from '../app/frame/Rail.tsx';
import { useDensity } from '../app/theme/density.ts';
import { schemeChoices, useScheme } from '../app/theme/scheme.ts';
import { densities } from '../app/theme/tokens.ts';
import { PageHeader } from '../components/PageHeader.tsx';
import { ProgressStack } from '../components/progress/Progress.tsx';
import { Segmented } from '../components/form/Segmented.tsx';
import { ControlsPage } from './ControlsPage.tsx';
import { DecisionsPage } from './DecisionsPage.tsx';
import { FormsPage } from './FormsPage.tsx';
import { OverlaysPage } from './OverlaysPage.tsx';
import { ReleasePage } from './ReleasePage.tsx';
import { StatesPage } from './StatesPage.tsx';
import { StatusPage } from './StatusPage.tsx';
import { TablePage } from './TablePage.tsx';
import { TokensPage } from './TokensPage.tsx';

type GalleryPage = RailItem & { page: ComponentType; bare?: boolean };

const pages: readonly GalleryPage[] = [
  { key: 'tokens', label: 'Tokens', icon: Palette, href: '#/tokens', page: TokensPage },
  {
    key: 'status',
    label: 'Status and time',
    icon: CircleCheck,
    href: '#/status',
    page: StatusPage,
  },
  {
    key: 'decisions',
    label: 'Decisions',
    icon: Gavel,
    href: '#/decisions',
    count: 3,
    calls: true,
    page: DecisionsPage,
  },
  { key: 'forms', label: 'Forms', icon: SquarePen, href: '#/forms', page: FormsPage },
  {
    key: 'table',
    label: 'Table',
    icon: Table2,
    href: '#/table',
    count: 10_000,
    page: TablePage,
    bare: true,
  },
  { key: 'overlays', label: 'Overlays', icon: Layers, href: '#/overlays', page: OverlaysPage },
  { key: 'states', label: 'States', icon: Inbox, href: '#/states', page: StatesPage },
  {
    key: 'controls',
    label: 'Controls',
    icon: MousePointerClick,
    href: '#/controls',
    page: ControlsPage,
  },
  {
    key: 'release',
    label: 'A release',
    icon: Package,
    href: '#/release',
    page: ReleasePage,
    bare: true,
    apart: true,
  },
];

/** Every token and pattern, one page a group, inside the application's own frame. */
export function Gallery() {
  const hash = useSyncExternalStore(listen, () => location.hash);
  const shown = pages.find((page) => page.href === hash) ?? pages[0];
  const Page = shown?.page ?? FileText;
  return (
    <Frame
      items={pages}
      current={shown?.key ?? ''}
      person={{ name: 'Mara Okafor', role: 'Release manager' }}
      onPerson={() => undefined}
      sync={{ state: 'offline', text: 'Offline · synced 09:20' }}
      progress={
        shown?.key === 'overlays' ? (
          <ProgressStack
            items={[
              {
                id: 'a',
                what: 'Importing runs',
                done: 12_400,
                of: 100_000,
                left: 95_000,
                onCancel: () => undefined,
              },
              { id: 'b', what: 'Reading GitHub Actions', done: 310, of: null },
            ]}
          />
        ) : undefined
      }
    >
      {shown?.bare !== true && <PageHeader title={shown?.label ?? ''} actions={<Settings />} />}
      <Page />
    </Frame>
  );
}

function Settings() {
  const { choice, choose } = useScheme();
  const { density, setDensity } = useDensity();
  return (
    <>
      <Segmented
        label="Density"
        choices={densities.map(named)}
        value={density}
        onPick={setDensity}
      />
      <Segmented label="Scheme" choices={schemeChoices.map(named)} value={choice} onPick={choose} />
    </>
  );
}

function named<Value extends string>(value: Value) {
  return { value, label: value.charAt(0).toUpperCase() + value.slice(1) };
}

function listen(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}
