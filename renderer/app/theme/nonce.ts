/**
 * The nonce that the host writes into `<meta name="csp-nonce" content="…">`; undefined where there is
 * none (Vite's own server). Without it a strict content policy drops every style MUI inserts.
 */
export function readNonce(root: Document): string | undefined {
  const nonce = root.querySelector('meta[name="csp-nonce"]')?.getAttribute('content');
  return nonce === null || nonce === '' ? undefined : nonce;
}
