import { assetPath } from '../served/asset-path.ts';
import { isOwnUrl } from './security.ts';

/** What a URL of the app's own protocol asks for. */
export type ProtocolRoute =
  | { readonly kind: 'asset'; readonly path: string }
  | { readonly kind: 'artifact'; readonly token: string; readonly isDownload: boolean }
  | { readonly kind: 'nothing' };

/** Decides what a request to yinqi://app gets; `nothing` for other methods, hosts and paths. */
export function protocolRoute(method: string, address: string): ProtocolRoute {
  const url = URL.parse(address);
  if (url === null || !isOwnUrl(address) || (method !== 'GET' && method !== 'HEAD'))
    return { kind: 'nothing' };
  const token = /^\/artifact\/([\w.-]+)$/.exec(url.pathname)?.[1];
  if (token !== undefined) {
    return { kind: 'artifact', token, isDownload: url.searchParams.get('download') === '1' };
  }
  const path = url.pathname.startsWith('/artifact/') ? null : assetPath(url.pathname);
  return path === null ? { kind: 'nothing' } : { kind: 'asset', path };
}
