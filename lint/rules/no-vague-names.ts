import type { Rule } from 'eslint';
import { repositoryPath } from '../repository-path.ts';

const vague = /^(utils?|utilities|helpers?|common|managers?)$/;

/** The role of the field's own language is no vague name. */
const fieldWords = /release-?managers?/gi;

/** A file or folder is called after what is in it; a drawer for everything has no name. */
export const noVagueNames: Rule.RuleModule = {
  meta: {
    type: 'problem',
    docs: { description: 'Files and folders say what is in them' },
    messages: {
      vague: '"{{name}}" says nothing about what is inside; name the file after its idea.',
    },
    schema: [],
  },
  create(context) {
    return {
      Program: (node) => {
        const name = repositoryPath(context).split('/').find(isVague);
        if (name !== undefined) context.report({ node, messageId: 'vague', data: { name } });
      },
    };
  },
};

/** `date-utils.ts`, `DateUtils.ts` and `utils/` alike. */
function isVague(segment: string): boolean {
  return segment
    .replace(fieldWords, '')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) => vague.test(word));
}
