/** What the renderer's pages may load: their own origin and nothing else. antd writes style elements. */
export const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Headers of everything that is served, by window and browser alike. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=()',
};

/** Headers of the renderer's own files. */
export const pageHeaders: Readonly<Record<string, string>> = {
  ...commonHeaders,
  'Content-Security-Policy': contentSecurityPolicy,
};

const shownInline = new Set(['image/png', 'image/jpeg', 'application/pdf']);

/**
 * Headers of an artifact: pictures and PDFs may be shown, everything else is only downloaded, and none may run
 * or load anything. The name is given in ASCII and, by RFC 8187, in full.
 */
export function artifactHeaders(
  name: string,
  mediaType: string,
  isDownload: boolean,
): Readonly<Record<string, string>> {
  const disposition = isDownload || !shownInline.has(mediaType) ? 'attachment' : 'inline';
  const ascii = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const full = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return {
    ...commonHeaders,
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'Content-Type': mediaType,
    'Content-Disposition': `${disposition}; filename="${ascii}"; filename*=UTF-8''${full}`,
    'Cache-Control': 'no-store',
  };
}
