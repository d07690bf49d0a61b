import type { Handlers } from '#core/context.ts';
import { lineDifference } from '#shared/rules/governance/policy/line-difference.ts';
import { requireRelease } from '../../planning/releases/index.ts';
import { gatesForNew } from './for-new.ts';
import { addGate, dropGate, readTerms, removeGate } from './own-gates.ts';
import { impactOf, previewPolicy, profileImpact } from './preview.ts';
import { listPolicies } from './rows.ts';
import { discardDraft, getPolicy, publishPolicy, saveDraft } from './versions.ts';

type Names =
  | 'policies.list'
  | 'policies.get'
  | 'policies.preview'
  | 'policies.forNew'
  | 'policies.impact'
  | 'policies.profileImpact'
  | 'policies.compare'
  | 'policies.saveDraft'
  | 'policies.discardDraft'
  | 'policies.publish'
  | 'policies.terms'
  | 'policies.addGate'
  | 'policies.dropGate'
  | 'policies.removeGate';

export const policies: Handlers<Names> = {
  'policies.list': (_input, { store }) => listPolicies(store),
  'policies.get': (input, { store }) => getPolicy(store, input),
  'policies.preview': (input, { store }) => previewPolicy(store, input),
  'policies.forNew': (input, { store }) => gatesForNew(store, input),
  'policies.impact': ({ text }, { store }) => impactOf(store, text),
  'policies.profileImpact': ({ profile }, { store }) => profileImpact(store, profile),
  'policies.compare': ({ from, to }) => lineDifference(from, to),
  'policies.saveDraft': (input, context) => saveDraft(input, context),
  'policies.discardDraft': ({ id }, context) => discardDraft(id, context),
  'policies.publish': (input, context) => publishPolicy(input, context),
  'policies.terms': ({ releaseId }, context) => {
    requireRelease(context.store, releaseId);
    return readTerms(releaseId, context);
  },
  'policies.addGate': (input, context) => addGate(input, context),
  'policies.dropGate': ({ gateId }, context) => dropGate(gateId, context),
  'policies.removeGate': (input, context) => removeGate(input, context),
};
