import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** The two secrets of one run: the key in the printed address, and the session that a browser gets for it. */
export interface SessionKey {
  /** 128 random bits in hex: the `token` of the printed address, and the bearer of scripts. */
  readonly token: string;
  readonly session: string;
}

/** Makes new secrets. */
export function createSessionKey(): SessionKey {
  return { token: randomBytes(16).toString('hex'), session: randomBytes(16).toString('hex') };
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether two secrets are the same, in a time that tells nothing. */
export const isSameSecret = (given: string, secret: string): boolean =>
  timingSafeEqual(digest(given), digest(secret));

/** Cookies of 127.0.0.1 are shared by all ports: the port in the name keeps two runs apart. */
const cookieName = (port: number): string => `yinqi_${port}`;

/** The Set-Cookie that turns the printed address into a session. */
export const sessionCookie = (key: SessionKey, port: number): string =>
  `${cookieName(port)}=${key.session}; HttpOnly; SameSite=Strict; Path=/`;

export type Admission = 'session' | 'bearer' | 'wrong-host' | 'wrong-origin' | 'no-key';

/** What of a request decides whether it is let in. */
export interface Knock {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
}

/**
 * Whether a request is let in: its Host must be this server by address or as localhost, so that a foreign name bound
 * to 127.0.0.1 gets nothing; it must carry the session or the key; and one that changes something must come
 * from this server's own pages. Scripts with the key send no Origin.
 */
export function admit(knock: Knock, port: number, key: SessionKey): Admission {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host = '', origin, authorization = '', cookie = '' } = knock.headers;
  if (!hosts.includes(host.toLowerCase())) return 'wrong-host';
  const isOwnOrigin = origin !== undefined && hosts.some((own) => origin.toLowerCase() === `http://${own}`);
  const site = knock.headers['sec-fetch-site'];
  if ((origin !== undefined && !isOwnOrigin) || site === 'cross-site' || site === 'same-site') {
    return 'wrong-origin';
  }
  const bearer = /^Bearer ([0-9a-f]{32})$/i.exec(authorization)?.[1];
  if (bearer !== undefined) return isSameSecret(bearer, key.token) ? 'bearer' : 'no-key';
  const sessions = cookie
    .split(';')
    .map((part) => part.trim().split('='))
    .filter(([name]) => name === cookieName(port));
  if (!sessions.some(([, value = '']) => isSameSecret(value, key.session))) return 'no-key';
  const isReading = knock.method === 'GET' || knock.method === 'HEAD';
  return isReading || isOwnOrigin ? 'session' : 'wrong-origin';
}
