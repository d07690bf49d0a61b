import type { Output } from '#shared/contract/index.ts';
import { Panel } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import styles from './device.module.css';

const hosts = {
  desktop: 'in its own window',
  browser: 'in a browser, served by this machine to itself only',
  cli: 'on the command line',
  test: 'under test',
} as const;

/** Version, host and where files go. */
export function AboutDevice({ info }: { info: Output<'device.info'> }) {
  return (
    <Section title="About">
      <Panel padded>
        <dl className={styles['facts']}>
          <dt>Slipway</dt>
          <dd>{info.version}</dd>
          <dt>Runs</dt>
          <dd>{hosts[info.host]}</dd>
          <dt>New files go to</dt>
          <dd>
            <bdi dir="ltr" className={styles['mono']}>
              {info.documentsFolder}
            </bdi>
          </dd>
        </dl>
      </Panel>
    </Section>
  );
}
