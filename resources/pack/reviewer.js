// The one script of a CAB pack: takes answers, keeps them in memory and saves them as a signed file.
// It runs from file:// in browsers of others, so it uses nothing beside the page and Web Crypto.
// Codes, the signed text and the file are written as shared/rules/governance/packs reads them.
(() => {
  'use strict';
  const { pack, workspace, asked, reviewers, rounds } = JSON.parse(byId('pack').textContent);
  const format = 'slipway-pack-response-1';
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXY';
  const words = {
    go: 'Go',
    'conditional-go': 'Conditional go',
    'no-go': 'No-go',
    deferred: 'Deferred',
    abstain: 'Abstained',
  };
  const cards = [...document.querySelectorAll('.ask')].map(toCard);
  let unsaved = false;

  function byId(id) {
    return document.getElementById(id);
  }

  function toCard(root) {
    const find = (selector) => root.querySelector(selector);
    const gateId = root.dataset.gate;
    const item = asked.find((each) => each.gateId === gateId);
    return { root, find, gateId, fingerprint: item.fingerprint };
  }

  function outcomeOf(card) {
    return card.find('input[type=radio]:checked').value;
  }

  function reviewer() {
    return reviewers.find(({ id }) => id === byId('reviewer').value);
  }

  function isAsked(card) {
    const who = reviewer();
    return who === undefined || who.gateIds.includes(card.gateId);
  }

  function addCondition(card) {
    const row = byId('condition').content.cloneNode(true).firstElementChild;
    row.querySelector('.remove').addEventListener('click', () => {
      row.remove();
      card.find('.add').focus();
      refresh();
    });
    card.find('.conditions ol').append(row);
    return row;
  }

  function conditionsOf(card) {
    return [...card.root.querySelectorAll('.condition')].map((row) => ({
      text: row.querySelector('.text').value.trim(),
      ownerId: row.querySelector('.owner').value,
      dueOn: row.querySelector('.due').value,
    }));
  }

  // As packAnswer of the model, its parts in the same order.
  function answerOf(card) {
    const outcome = outcomeOf(card);
    return {
      gateId: card.gateId,
      fingerprint: card.fingerprint,
      outcome,
      comment: card.find('.comment').value,
      conditions: outcome === 'conditional-go' ? conditionsOf(card) : [],
      deferredTo: outcome === 'deferred' ? card.find('.until-on').value : null,
    };
  }

  function today() {
    return new Intl.DateTimeFormat('sv', { timeZone: workspace.zone }).format(new Date());
  }

  function problemOf({ outcome, comment, conditions, deferredTo }) {
    if (outcome === 'no-go' && comment.trim() === '') {
      return 'A no-go needs its reason: write what has to change as the comment.';
    }
    if (outcome === 'deferred' && !(deferredTo > today())) {
      return 'A deferred decision needs a day after today on which it is taken up again.';
    }
    if (outcome !== 'conditional-go') return null;
    if (conditions.length === 0) return 'A conditional go needs at least one condition. Add one.';
    const open = conditions.findIndex(({ text, ownerId, dueOn }) => !text || !ownerId || !dueOn);
    if (open >= 0)
      return `Condition ${open + 1} needs what has to be done, an owner and a due date.`;
    const late = conditions.findIndex(({ dueOn }) => dueOn < today());
    return late >= 0
      ? `Condition ${late + 1} is due on a day that is past. Choose a later one.`
      : null;
  }

  function say(element, text) {
    element.textContent = text ?? '';
    element.hidden = text === null;
  }

  function refresh() {
    for (const card of cards) {
      const own = isAsked(card);
      const outcome = outcomeOf(card);
      card.find('.other').hidden = own;
      for (const field of card.root.querySelectorAll('.outcomes, .field')) field.hidden = !own;
      card.find('.conditions').hidden = !own || outcome !== 'conditional-go';
      card.find('.help').hidden = outcome !== 'no-go';
      card.find('.until').hidden = !own || outcome !== 'deferred';
      for (const field of card.root.querySelectorAll('.condition .field')) field.hidden = false;
      const state = document.querySelector(`[data-of="${card.gateId}"]`);
      state.textContent = own && outcome !== '' ? words[outcome] : '';
    }
    const mine = cards.filter(isAsked);
    const done = mine.filter((card) => outcomeOf(card) !== '').length;
    byId('count').textContent = `${done} of ${mine.length} answered.`;
  }

  // Cards of gates the reviewer is not asked about take no part.
  function answers() {
    const given = cards.filter((card) => isAsked(card) && outcomeOf(card) !== '');
    let first = null;
    for (const card of cards) {
      const problem = given.includes(card) ? problemOf(answerOf(card)) : null;
      say(card.find('.answer > .problem'), problem);
      if (problem !== null) first ??= card;
    }
    if (first !== null) {
      first.root.scrollIntoView({ block: 'center' });
      throw new Error('An answer above is not complete: it says what is missing.');
    }
    if (given.length === 0)
      throw new Error('Nothing is answered yet. Choose at least one decision.');
    return given.map(answerOf);
  }

  function readCode(typed) {
    const plain = typed
      .toUpperCase()
      .replace(/[\s-]/g, '')
      .replace(/O/g, '0')
      .replace(/[IL]/g, '1');
    const places = [...plain].map((letter) => letters.indexOf(letter));
    if (places.length !== 12 || places.includes(-1)) return null;
    const sum = places.slice(0, 11).reduce((all, place, index) => all + (index + 1) * place, 0);
    return letters[sum % letters.length] === plain[11] ? plain : null;
  }

  const bytesOf = (text) => new TextEncoder().encode(text);
  const hexOf = (buffer) =>
    [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

  async function keyOf(code, salt) {
    const given = await crypto.subtle.importKey('raw', bytesOf(code), 'PBKDF2', false, [
      'deriveBits',
    ]);
    const stretched = { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(salt), iterations: rounds };
    const bits = await crypto.subtle.deriveBits(stretched, given, 256);
    const kind = { name: 'HMAC', hash: 'SHA-256' };
    return crypto.subtle.importKey('raw', bits, kind, false, ['sign']);
  }

  async function sign(key, text) {
    return hexOf(await crypto.subtle.sign('HMAC', key, bytesOf(text)));
  }

  async function signed() {
    if (pack.expiresOn !== null && today() > pack.expiresOn) {
      throw new Error(`This pack could be answered until ${pack.expiresOn}. Ask for a new one.`);
    }
    const given = answers();
    const who = reviewer();
    if (who === undefined) throw new Error('Choose your name first.');
    const code = readCode(byId('code').value);
    if (code === null) {
      throw new Error(
        'The code is not complete, or a letter in it is wrong. It has 12 letters and figures.',
      );
    }
    const key = await keyOf(code, who.salt);
    const check = await sign(key, `slipway-pack-check-1 ${pack.id}`);
    if (!check.startsWith(who.check)) {
      throw new Error(`This is not the code that was given to ${who.name} for this pack.`);
    }
    const answer = {
      workspaceId: workspace.id,
      workspace: workspace.name,
      packId: pack.id,
      pack: pack.title,
      fingerprint: pack.fingerprint,
      reviewerId: who.id,
      reviewer: who.name,
      answeredAt: new Date().toISOString(),
      comment: byId('whole').value,
      answers: given,
    };
    const signature = await sign(key, `${format}\n${JSON.stringify(answer)}`);
    return { who, text: `${JSON.stringify({ format, answer, signature }, null, 2)}\n` };
  }

  function save(name, text) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  function fileName(who) {
    const plain = `${who.name}, ${pack.title}`.replace(/[^\p{L}\p{N} ,.-]+/gu, ' ').trim();
    return `${[...plain].slice(0, 80).join('')}.answer.json`;
  }

  async function finish() {
    const outcome = byId('outcome');
    const button = byId('save');
    button.disabled = true;
    outcome.classList.remove('done');
    try {
      const { who, text } = await signed();
      save(fileName(who), text);
      unsaved = false;
      outcome.classList.add('done');
      say(outcome, `Signed and saved as “${fileName(who)}”. Send this file back.`);
    } catch (error) {
      say(outcome, error.message);
    } finally {
      button.disabled = false;
    }
  }

  for (const card of cards) {
    card.find('.answer').hidden = false;
    card.find('.add').addEventListener('click', () => {
      addCondition(card).querySelector('.text').focus();
      refresh();
    });
    for (const radio of card.root.querySelectorAll('input[type=radio]')) {
      radio.addEventListener('change', () => {
        if (radio.value === 'conditional-go' && conditionsOf(card).length === 0) addCondition(card);
        refresh();
      });
    }
  }
  document.querySelector('.signing').hidden = false;
  byId('reviewer').addEventListener('change', refresh);
  byId('save').addEventListener('click', () => void finish());
  document.addEventListener('input', () => {
    unsaved = true;
  });
  // Drafts are kept nowhere: what is typed on somebody's machine stays out of its browser's store.
  window.addEventListener('beforeunload', (event) => {
    if (unsaved) event.preventDefault();
  });
  if (globalThis.crypto?.subtle === undefined) {
    say(
      byId('outcome'),
      'This browser cannot sign from a file. Open it in a current Chrome, Edge or Firefox.',
    );
    byId('save').disabled = true;
  }
  refresh();
})();
