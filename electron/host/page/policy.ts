export type PagePolicy = {
  /** Allows the style elements the theme makes at run time, and nothing else that is inline. */
  nonce: string;
  /** Origins beside its own the page may connect to; the event socket of the browser host. */
  connect?: readonly string[];
};

/** The Content-Security-Policy of the application's page: nothing from outside, no inline script. */
export function contentSecurityPolicy({ nonce, connect = [] }: PagePolicy): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data: blob:",
    ["connect-src 'self'", ...connect].join(' '),
    "require-trusted-types-for 'script'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Headers of every answer, with or without a page in it. */
export const protectiveHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;
