/** What keeps an address from being opened by users and reviewers. */
export type AddressFault =
  'spaces' | 'full-width' | 'no-scheme' | 'scheme' | 'malformed' | 'host' | 'private';

const isPrivateHost = (host: string): boolean =>
  /^(localhost|.*\.(localhost|local|internal|lan|test|invalid))$/.test(host) ||
  /^(127\.|10\.|192\.168\.|169\.254\.|0\.|172\.(1[6-9]|2\d|3[01])\.)/.test(host) ||
  /^\[(::1?|f[cd][0-9a-f]{2}:.*|fe80:.*)\]$/.test(host);

/** Finds the first fault of a web address; null for a well-formed http or https address of a public host. */
export function addressFault(written: string): AddressFault | null {
  const address = written.trim();
  if (/\s/u.test(address)) return 'spaces';
  if (
    /^[^/]*[：／]|^https?:[／\\]/iu.test(address) ||
    /[\uff01-\uff5e]|^[^/]*\/\/[^/]*。|[。、]$/u.test(address)
  )
    return 'full-width';
  if (!/^[a-z][a-z0-9+.-]*:/i.test(address) || /^[\w.-]+:\d/.test(address)) return 'no-scheme';
  if (!/^https?:/i.test(address)) return 'scheme';
  if (!/^https?:\/\/[^/\\?#]/i.test(address)) return 'malformed';
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || url.hostname === '') return 'malformed';
  if (isPrivateHost(url.hostname)) return 'private';
  const isNumeric = /^(\d+\.){3}\d+$|^\[.*\]$/.test(url.hostname);
  const labels = url.hostname.replace(/\.$/, '').split('.');
  const isName = labels.every((label) => /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?$/.test(label));
  if (!isNumeric && (labels.length < 2 || !isName || (labels.at(-1) ?? '').length < 2)) return 'host';
  return null;
}
