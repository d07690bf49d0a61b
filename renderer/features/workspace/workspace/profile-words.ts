import type { Choice } from '../../../components/form/ChoiceInput.tsx';
import type { Profile } from '#shared/model/workspace/workspace.ts';

/** What each profile means for gates and for who may decide; the rules themselves are in shared/rules. */
export const profileChoices: readonly Choice<Profile>[] = [
  {
    value: 'startup',
    label: 'Startup',
    note: 'One person may fill two places of a gate, because there may be nobody else. Every such decision is marked, on screen and in the dossier.',
  },
  {
    value: 'standard',
    label: 'Standard',
    note: 'Each place of a gate needs a different person.',
  },
  {
    value: 'regulated',
    label: 'Regulated',
    note: 'The rule of Standard under the name an audit looks for. The journal keeps when it was chosen and by whom.',
  },
];

export function profileName(profile: Profile): string {
  return profileChoices.find(({ value }) => value === profile)?.label ?? profile;
}

/** What a profile decides, wherever it is chosen. */
export const profileHelp =
  'Which policy is in force until you publish one of your own, and who may decide. Whoever asks for a release or for an approval cannot give it, in any profile. Decisions keep the mark they were given with when the profile changes.';
