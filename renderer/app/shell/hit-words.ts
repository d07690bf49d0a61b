import {
  Box,
  CalendarRange,
  CircleUserRound,
  Globe,
  Lightbulb,
  LayoutTemplate,
  Link2,
  ListChecks,
  ListTodo,
  MessageSquare,
  Milestone,
  Package,
  Paperclip,
  Plug,
  Server,
  Siren,
  TriangleAlert,
  UserRound,
  UsersRound,
  Workflow,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { HitGroup, HitKind, Part } from '#shared/model/workspace/search.ts';
import type { PaletteHit } from '../../components/palette/CommandPalette.tsx';

const words: Record<HitKind, { group: string; icon: LucideIcon }> = {
  release: { group: 'Releases', icon: Package },
  'scope-item': { group: 'Scope', icon: ListTodo },
  risk: { group: 'Risks', icon: TriangleAlert },
  lesson: { group: 'Lessons', icon: Lightbulb },
  person: { group: 'People', icon: UserRound },
  run: { group: 'Runs', icon: Workflow },
  comment: { group: 'Comments', icon: MessageSquare },
  attachment: { group: 'Attachments', icon: Paperclip },
  incident: { group: 'Incidents', icon: Siren },
  task: { group: 'Tasks', icon: CalendarRange },
  dependency: { group: 'Dependencies', icon: Link2 },
  stakeholder: { group: 'Stakeholders', icon: CircleUserRound },
  component: { group: 'Components', icon: Box },
  gate: { group: 'Gates', icon: Milestone },
  'checklist-item': { group: 'Checklists', icon: ListChecks },
  service: { group: 'Services', icon: Server },
  environment: { group: 'Environments', icon: Globe },
  team: { group: 'Teams', icon: UsersRound },
  template: { group: 'Templates', icon: LayoutTemplate },
  connection: { group: 'Connections', icon: Plug },
};

/** The answer of a search as lines of the palette, kind by kind. */
export function hitCommands(
  groups: readonly HitGroup[],
  open: (hit: HitGroup['hits'][number]) => void,
): PaletteHit[] {
  return groups.flatMap(({ kind, hits, more }) =>
    hits.map((hit) => ({
      id: `${kind} ${hit.id}`,
      group: more ? `${words[kind].group}, the first ${hits.length}` : words[kind].group,
      icon: words[kind].icon,
      label: textOf(hit.title),
      // A release needs not be told which one it is of.
      hint: kind === 'release' ? undefined : (hit.release ?? undefined),
      parts: hit.title,
      excerpt: hit.excerpt,
      run: () => open(hit),
    })),
  );
}

export function textOf(parts: readonly Part[]): string {
  return parts.map(({ text }) => text).join('');
}
