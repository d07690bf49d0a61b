import { bandKinds, bandStyle, bandWords } from '../app/theme/bands.ts';
import { colourVariables } from '../app/theme/css-variables.ts';
import { textSizes } from '../app/theme/tokens.ts';
import { BandLegend } from '../components/Band.tsx';
import { Logo } from '../components/Logo.tsx';
import { Section } from '../components/Section.tsx';
import styles from './Gallery.module.css';

const colours = Object.keys(colourVariables('light')).filter((name) => name !== '--sl-shadow');

export function TokensPage() {
  return (
    <div className={styles['page']}>
      <Section title="Colour" note="one accent; status never by colour alone">
        <div className={styles['swatches']}>
          {colours.map((name) => (
            <div key={name} className={styles['swatch']}>
              <div style={{ background: `var(${name})` }} />
              <div>{name.replace('--sl-', '')}</div>
            </div>
          ))}
        </div>
      </Section>
      <Section title="Type" note="Inter and JetBrains Mono, weights 400, 500, 650">
        <div className={styles['scale']}>
          {Object.values(textSizes).map((size) => (
            <Sample key={size} size={size} />
          ))}
          <span className={styles['note']}>mono</span>
          <code>4.2.0-rc.3 · 9f2c1ab · sha256:7d1f0c</code>
        </div>
      </Section>
      <Section
        title="Calendar bands"
        note="patterns differ, so that they read in grey and in print"
      >
        <div className={styles['swatches']}>
          {bandKinds.map((kind) => (
            <div key={kind} className={styles['band']} style={bandStyle(kind)}>
              <span>{bandWords[kind]}</span>
            </div>
          ))}
        </div>
        <p className={styles['flow']} style={{ marginTop: 12 }}>
          {bandKinds.map((kind) => (
            <BandLegend key={kind} kind={kind} />
          ))}
        </p>
      </Section>
      <Section title="Mark">
        <div className={styles['flow']}>
          {[16, 24, 48, 96].map((size) => (
            <Logo key={size} size={size} />
          ))}
        </div>
      </Section>
    </div>
  );
}

function Sample({ size }: { size: number }) {
  const text = 'Payments 4.2 deploys on Thu 26 Nov 22:00';
  return (
    <>
      <span className={styles['note']}>{size}</span>
      <span style={{ fontSize: size }}>
        {text} · <span style={{ fontWeight: 500 }}>medium</span> ·{' '}
        <span style={{ fontWeight: 650 }}>strong</span>
      </span>
    </>
  );
}
