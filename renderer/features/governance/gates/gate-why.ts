export type GateReason = {
  /** A few words beside the gate's name: `high risk`, `a financial service`. */
  tag: string;
  /** The rule in force, `Policy “Standard”, rule “high-risk”`; empty if unknown. */
  rule: string;
  /** What the rule saw; empty if unknown. */
  seen: string;
  /** The reason itself, as a sentence. */
  reason: string;
};

const sentence =
  /^((?:Template|Policy) “[^”]*”(?:, version \d+)?, rule “([^”]*)”) \(seen: (.*?)\)\. (.*)$/s;

/** The parts of a gate's reason, so that it can be said briefly in a row and in full beside it. */
export function reasonOf(why: string): GateReason {
  const parts = sentence.exec(why);
  if (parts === null) return { tag: 'why?', rule: '', seen: '', reason: why };
  const [, rule = '', condition = '', seen = '', reason = ''] = parts;
  return { tag: briefly(condition), rule, seen, reason };
}

/** Rules of a policy are called by keys: `hotfix-of-what-matters`. */
function briefly(rule: string): string {
  return rule.replace(/^releases with /, '').replaceAll('-', ' ');
}
