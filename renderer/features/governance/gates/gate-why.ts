export type GateReason = {
  /** A few words beside the gate's name: `every major release`, `a financial service`. */
  tag: string;
  /** The rule in force, `Template “Major release”, rule “every major release”`; empty if unknown. */
  rule: string;
  /** What the rule saw; empty if unknown. */
  seen: string;
  /** The reason itself, as a sentence. */
  reason: string;
};

const sentence = /^(Template “[^”]*”, rule “([^”]*)”) \(seen: (.*?)\)\. (.*)$/s;

/** The parts of a gate's reason, so that it can be said briefly in a row and in full beside it. */
export function reasonOf(why: string): GateReason {
  const parts = sentence.exec(why);
  if (parts === null) return { tag: 'why?', rule: '', seen: '', reason: why };
  const [, rule = '', condition = '', seen = '', reason = ''] = parts;
  return { tag: condition.replace(/^releases with /, ''), rule, seen, reason };
}
