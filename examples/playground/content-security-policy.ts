import type { Plugin } from 'vite';

const POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self'`,
  `connect-src 'self'`,
  `worker-src 'self'`,
  `frame-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
].join('; ');

/** Gives the built page a policy that lets in its own files alone; the report in its frame has a policy of its own. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    // Vite's development server puts styles and scripts into the page that the policy would keep out.
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY }, injectTo: 'head-prepend' },
    ],
  };
}
