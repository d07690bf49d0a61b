import type { Rule } from 'eslint';

/** No file grows past `max` lines, blank lines and comments included. */
export const fileLength: Rule.RuleModule = {
  meta: {
    type: 'problem',
    docs: { description: 'Files stay short enough to be read in one go' },
    messages: { long: '{{lines}} lines, at most {{max}}: split the file by the ideas in it.' },
    schema: [
      {
        type: 'object',
        properties: { max: { type: 'integer' } },
        required: ['max'],
        additionalProperties: false,
      },
    ],
  },
  create(context) {
    const max = maximum(context.options[0]);
    return {
      Program: (node) => {
        const { text } = context.sourceCode;
        // A newline at the end closes the last line; it does not begin another one.
        const lines = text.replace(/\n$/, '').split('\n').length;
        if (lines <= max) return;
        context.report({ node, messageId: 'long', data: { lines: `${lines}`, max: `${max}` } });
      },
    };
  },
};

function maximum(option: unknown): number {
  if (typeof option === 'object' && option !== null && 'max' in option) {
    if (typeof option.max === 'number') return option.max;
  }
  throw new Error('file-length expects the option { max: number }; give it in eslint.config.js');
}
