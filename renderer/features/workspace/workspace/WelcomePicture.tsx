import styles from './WelcomePicture.module.css';

type Row = { y: number; from: number; to: number; tone: string; gates: readonly Gate[] };
type Gate = { at: number; tone: string };

const rows: readonly Row[] = [
  {
    y: 34,
    from: 18,
    to: 176,
    tone: 'failed',
    gates: [
      { at: 70, tone: 'passed' },
      { at: 112, tone: 'passed' },
      { at: 146, tone: 'failed' },
    ],
  },
  {
    y: 76,
    from: 62,
    to: 232,
    tone: 'waiting',
    gates: [
      { at: 104, tone: 'passed' },
      { at: 190, tone: 'waiting' },
    ],
  },
  {
    y: 118,
    from: 118,
    to: 250,
    tone: 'passed',
    gates: [
      { at: 160, tone: 'passed' },
      { at: 216, tone: 'passed' },
    ],
  },
  {
    y: 160,
    from: 206,
    to: 372,
    tone: 'running',
    gates: [{ at: 262, tone: 'running' }],
  },
];

const weeks = [44, 98, 152, 206, 260, 314, 368];

/** What a plan looks like, before there is one: releases, their gates, today and a freeze. */
export function WelcomePicture() {
  return (
    <svg className={styles['picture']} viewBox="0 0 400 200" aria-hidden>
      <defs>
        <pattern
          id="welcome-freeze"
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect className={styles['freezeGround']} width="8" height="8" />
          <rect className={styles['freezeLine']} width="2.5" height="8" />
        </pattern>
      </defs>
      {weeks.map((x) => (
        <line key={x} className={styles['week']} x1={x} x2={x} y1="14" y2="190" />
      ))}
      <rect x="276" y="14" width="60" height="134" fill="url(#welcome-freeze)" />
      {rows.map((row) => (
        <g key={row.y}>
          <rect
            className={`${styles['bar']} ${styles[row.tone]}`}
            x={row.from}
            y={row.y - 11}
            width={row.to - row.from}
            height="22"
            rx="4"
          />
          <rect
            className={`${styles['edge']} ${styles[row.tone]}`}
            x={row.from}
            y={row.y - 11}
            width="5"
            height="22"
            rx="2"
          />
          {row.gates.map((gate) => (
            <rect
              key={gate.at}
              className={`${styles['gate']} ${styles[gate.tone]}`}
              x={gate.at - 5}
              y={row.y - 5}
              width="10"
              height="10"
              transform={`rotate(45 ${gate.at} ${row.y})`}
            />
          ))}
        </g>
      ))}
      <line className={styles['today']} x1="132" x2="132" y1="8" y2="192" />
      <rect className={styles['todayMark']} x="126" y="4" width="12" height="12" rx="3" />
    </svg>
  );
}
