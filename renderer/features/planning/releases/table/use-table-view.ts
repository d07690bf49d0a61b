import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { tableView } from '#shared/model/planning/release-table.ts';
import type { TableView } from '#shared/model/planning/release-table.ts';
import type { SavedView } from '#shared/model/workspace/views.ts';
import { applicableView } from '#shared/rules/planning/release-filter.ts';
import { useProcedure } from '../../../../api/useProcedure.ts';
import { arranged } from '../../../../components/data-table/table-layout.ts';
import type { TableLayoutState } from '../../../../components/data-table/table-layout.ts';
import type { Names } from '../names.ts';
import { columnKeys } from './release-columns.tsx';
import { addressOf, plainView, viewOfAddress } from './view-address.ts';
import type { ReleasesSearch } from './view-address.ts';

export const viewScreen = 'releases';
const typingMs = 250;

/**
 * How the releases are arranged: what the address says, else the saved view it names, else all that
 * are open. A change goes into the address, where Back finds what was before it.
 */
export function useTableView(
  search: ReleasesSearch,
  names: Names,
  loaded: boolean,
  layout: TableLayoutState,
) {
  const navigate = useNavigate();
  const list = useProcedure('views.list', { screen: viewScreen });
  const opened = list.data?.find(({ id }) => id === search.view);
  const saved = useMemo(() => (opened === undefined ? null : settingsOf(opened)), [opened]);
  const { view, gone } = useMemo(() => {
    const wanted = viewOfAddress(search) ?? saved ?? plainView;
    return loaded ? applicableView(wanted, knownOf(names)) : { view: wanted, gone: nothingGone };
  }, [search, saved, names, loaded]);
  const show = useCallback(
    (next: TableView, replace = false) =>
      void navigate({ to: '/releases', search: addressOf(next, search.view), replace }),
    [navigate, search.view],
  );
  const open = useCallback(
    (id: string | undefined) =>
      void navigate({ to: '/releases', search: id === undefined ? {} : { view: id } }),
    [navigate],
  );
  useOpenedLayout(opened, saved, layout);
  const typed = useTyped(view, show);
  const isGone = search.view !== undefined && list.data !== undefined && opened === undefined;
  return { list, opened, saved, view, gone, isGone, show, open, ...typed };
}

/** Order and columns of a view are taken over once, when it is opened; afterwards they are people's own. */
function useOpenedLayout(
  opened: SavedView | undefined,
  saved: TableView | null,
  [, setLayout]: TableLayoutState,
): void {
  const applied = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (applied.current === opened?.id) return;
    applied.current = opened?.id;
    if (saved !== null) setLayout((layout) => arranged(layout, keyed, saved));
  }, [opened, saved, setLayout]);
}

const keyed = columnKeys.map((key) => ({
  ...{ key, header: '', value: () => null },
  always: key === 'name',
}));

/** Words act as they are typed; the address follows when the typing rests. */
function useTyped(view: TableView, show: (next: TableView, replace: boolean) => void) {
  const [typing, setTyping] = useState<string | null>(null);
  useEffect(() => {
    if (typing === null) return;
    // What is typed stands until the address has it, or letters typed meanwhile would be lost.
    if (typing === view.text) {
      setTyping(null);
      return;
    }
    const timer = setTimeout(() => show({ ...view, text: typing }, true), typingMs);
    return () => clearTimeout(timer);
  }, [typing, view, show]);
  return { text: typing ?? view.text, type: setTyping };
}

const nothingGone = { people: 0, services: 0, columns: 0 };

function settingsOf({ settings }: SavedView): TableView {
  const { data } = tableView.safeParse(settings);
  return data ?? plainView;
}

function knownOf(names: Names) {
  return {
    people: new Set(names.people.map(({ id }) => id)),
    services: new Set(names.services.map(({ id }) => id)),
    columns: new Set(columnKeys),
  };
}
