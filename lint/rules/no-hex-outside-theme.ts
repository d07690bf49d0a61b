import type { Rule } from 'eslint';
import { findColour } from '../colour.ts';

/** Colours are decided once, in the theme, where their contrast is proven. */
export const noHexOutsideTheme: Rule.RuleModule = {
  meta: {
    type: 'problem',
    docs: { description: 'Colour literals live in renderer/app/theme only' },
    messages: {
      colour: '{{colour}} is a colour of its own; take a token of renderer/app/theme, or add one.',
    },
    schema: [],
  },
  create(context) {
    function check(node: Rule.Node, text: string): void {
      const colour = findColour(text);
      if (colour !== null) context.report({ node, messageId: 'colour', data: { colour } });
    }
    return {
      Literal: (node) => {
        if (typeof node.value === 'string') check(node, node.value);
      },
      TemplateElement: (node) => check(node, node.value.raw),
    };
  },
};
