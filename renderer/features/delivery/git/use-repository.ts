import { useEffect, useState } from 'react';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';

type Typed = { path?: string; asked?: string; from?: string; to?: string };

/**
 * The repository that is read and the two ends in it. What is not typed comes from what this device
 * remembers of the service, and from what the repository suggests.
 */
export function useRepository({ release }: Pick<ReleasePage, 'release'>) {
  const [serviceId, setServiceId] = useState(release.components[0]?.serviceId ?? null);
  const [typed, setTyped] = useState<Typed>({});
  const places = useProcedure('git.places', {});
  const remembered = places.data?.find((place) => place.serviceId === serviceId)?.path;
  const asked = typed.asked ?? remembered ?? '';
  const look = useProcedure('git.look', { path: asked }, { enabled: asked !== '' });
  const suggested = look.data?.suggested;
  const from = typed.from ?? suggested?.from ?? '';
  const to = typed.to ?? suggested?.to ?? 'HEAD';
  const range = useProcedure(
    'git.range',
    { path: asked, from: from === '' ? null : from, to, releaseId: release.id },
    { enabled: look.isSuccess && look.data.head !== null },
  );
  const root = look.data?.root;
  useRemember(serviceId, root, remembered, places.isSuccess);

  return {
    ...{ serviceId, look, range, asked, from, to },
    path: typed.path ?? asked,
    type: (path: string) => setTyped((before) => ({ ...before, path })),
    /** Looks at the folder that was typed or chosen; another one has other tags. */
    ask: (path: string) => {
      const wanted = path.trim();
      if (wanted === asked) void look.refetch();
      else setTyped({ path: wanted, asked: wanted });
    },
    setFrom: (name: string) => setTyped((before) => ({ ...before, from: name })),
    setTo: (name: string) => setTyped((before) => ({ ...before, to: name })),
    chooseService: (id: string | null) => {
      setServiceId(id);
      setTyped({});
    },
  };
}

export type RepositoryState = ReturnType<typeof useRepository>;

/** A folder that turned out to be a repository is where the next look begins. */
function useRemember(
  serviceId: string | null,
  root: string | undefined,
  remembered: string | undefined,
  known: boolean,
): void {
  const remember = useCommand('git.remember').run;
  useEffect(() => {
    if (known && root !== undefined && root !== remembered)
      void remember({ serviceId, path: root });
  }, [remember, serviceId, root, remembered, known]);
}
