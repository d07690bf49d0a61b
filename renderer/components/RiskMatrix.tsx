import styles from './RiskMatrix.module.css';

export type RiskBand = 'low' | 'medium' | 'high' | 'critical';

export type ShownRisk = {
  id: string;
  title: string;
  /** 1 to 5 each. */
  likelihood: number;
  impact: number;
};

type RiskMatrixProps = {
  risks: readonly ShownRisk[];
  /** Band of a product of likelihood and impact, by the workspace's rule. */
  bandOf: (score: number) => RiskBand;
  selectedId?: string | null;
  onSelect?: (id: string) => void;
};

const steps = [1, 2, 3, 4, 5];

/** Where the risks of a release lie: likelihood upward, impact to the right, a numbered dot each. */
export function RiskMatrix({ risks, bandOf, selectedId = null, onSelect }: RiskMatrixProps) {
  return (
    <figure className={styles['figure']} aria-label={summary(risks, bandOf)}>
      <span className={`${styles['axis']} ${styles['up']}`} aria-hidden>
        likelihood →
      </span>
      <div className={styles['cells']}>
        {steps.toReversed().flatMap((likelihood) =>
          steps.map((impact) => {
            const score = likelihood * impact;
            return (
              <div
                key={`${likelihood} ${impact}`}
                className={`${styles['cell']} ${styles[bandOf(score)]}`}
              >
                <span className={styles['score']} aria-hidden>
                  {score}
                </span>
                {risks.map((risk, index) =>
                  risk.likelihood === likelihood && risk.impact === impact ? (
                    <Dot
                      key={risk.id}
                      number={index + 1}
                      risk={risk}
                      picked={risk.id === selectedId}
                      onSelect={onSelect}
                    />
                  ) : null,
                )}
              </div>
            );
          }),
        )}
      </div>
      <span className={`${styles['axis']} ${styles['across']}`} aria-hidden>
        impact →
      </span>
    </figure>
  );
}

type DotProps = {
  number: number;
  risk: ShownRisk;
  picked: boolean;
  onSelect: RiskMatrixProps['onSelect'];
};

function Dot({ number, risk, picked, onSelect }: DotProps) {
  const look = `${styles['dot']} ${picked ? styles['picked'] : ''}`;
  const { likelihood, impact, title } = risk;
  const words = `${number}: ${title}, likelihood ${likelihood} × impact ${impact} = ${likelihood * impact}`;
  if (onSelect === undefined) {
    return (
      <span className={look} role="img" aria-label={words} title={words}>
        <span aria-hidden>{number}</span>
      </span>
    );
  }
  return (
    <button
      type="button"
      className={look}
      aria-label={words}
      aria-pressed={picked}
      title={words}
      onClick={() => onSelect(risk.id)}
    >
      {number}
    </button>
  );
}

function summary(risks: readonly ShownRisk[], bandOf: RiskMatrixProps['bandOf']): string {
  if (risks.length === 0) return 'Risk matrix, no risks';
  const scores = risks.map((risk) => risk.likelihood * risk.impact);
  const highest = Math.max(...scores);
  return `Risk matrix, ${risks.length} risks, highest ${highest}, ${bandOf(highest)}`;
}
