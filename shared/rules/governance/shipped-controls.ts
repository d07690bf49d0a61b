import type { Control } from '#shared/model/governance/controls.ts';

export type ShippedControl = Omit<Control, 'id' | 'rev' | 'retiredAt'>;

/**
 * Controls that are often asked about, to start a register from. The words are ours; the numbers are
 * those of the sources. Which of them bind a workspace, its own people have to know.
 */
export const shippedControls: readonly ShippedControl[] = [
  {
    ...{ key: 'ISO-27001-A.8.29', name: 'Security is tested before acceptance' },
    ...{ kind: 'regulatory', source: 'ISO/IEC 27001:2022, Annex A 8.29' },
    proof: 'The security lead has looked at the change, and a report of a security scan is there.',
    ...{ applies: 'band == "high" || band == "critical"', gateKeys: ['security-sign-off'] },
    evidenceKinds: ['sarif'],
  },
  {
    ...{ key: 'ISO-27001-A.8.32', name: 'Changes are managed' },
    ...{ kind: 'regulatory', source: 'ISO/IEC 27001:2022, Annex A 8.32' },
    proof: 'The change was reviewed by a second person and released by its owner.',
    ...{ applies: '', gateKeys: ['peer-review', 'owner-go'], evidenceKinds: [] },
  },
  {
    ...{ key: 'PCI-DSS-6.3.2', name: 'Software in use is known' },
    ...{ kind: 'regulatory', source: 'PCI DSS 4.0.1, requirement 6.3.2' },
    proof: 'A list of the components goes with the release.',
    ...{ applies: 'financial', gateKeys: [], evidenceKinds: ['cyclonedx'] },
  },
  {
    ...{ key: 'PCI-DSS-6.5.1', name: 'Changes to production follow the procedure' },
    ...{ kind: 'regulatory', source: 'PCI DSS 4.0.1, requirement 6.5.1' },
    proof: 'Reviewed, tested, released by those who may, with a way back.',
    applies: 'financial && "production" in environmentKinds',
    gateKeys: ['peer-review', 'pipeline-green', 'qa-sign-off', 'rollback-plan', 'owner-go'],
    evidenceKinds: [],
  },
  {
    ...{ key: 'SOC2-CC8.1', name: 'Changes are authorised, tested and approved' },
    ...{ kind: 'regulatory', source: 'SOC 2, common criterion CC8.1' },
    proof: 'Tests of the pipeline passed, and the owner decided.',
    ...{ applies: '', gateKeys: ['pipeline-green', 'owner-go'], evidenceKinds: [] },
  },
  {
    ...{ key: 'DORA-9.4e', name: 'Changes to systems are recorded and tested' },
    ...{ kind: 'regulatory', source: 'Regulation (EU) 2022/2554, Article 9(4)(e)' },
    proof: 'Approved at the level of its risk, with a rehearsed way back where that is high.',
    applies: 'financial',
    gateKeys: ['owner-go', 'cab-decision', 'rollback-rehearsed'],
    evidenceKinds: [],
  },
  {
    ...{ key: 'GDPR-32.1d', name: 'Protection of personal data is tested' },
    ...{ kind: 'data-handling', source: 'Regulation (EU) 2016/679, Article 32(1)(d)' },
    proof: 'A test or a note says that what protects personal data still works after the change.',
    ...{ applies: 'dataMigration', gateKeys: ['security-sign-off'], evidenceKinds: [] },
  },
  {
    ...{ key: 'GDPR-5.1e', name: 'Data is kept no longer than needed' },
    ...{ kind: 'data-handling', source: 'Regulation (EU) 2016/679, Article 5(1)(e)' },
    proof: 'A note says what becomes of the old data, and by when it is deleted.',
    ...{ applies: 'dataMigration', gateKeys: [], evidenceKinds: [] },
  },
];
