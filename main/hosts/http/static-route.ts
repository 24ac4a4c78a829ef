import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { assetPath } from '../served/asset-path.ts';
import { mediaTypeOf } from '../served/media-type.ts';
import { artifactHeaders, pageHeaders } from '../served/page-headers.ts';
import type { Artifacts } from '../../world/exchange.ts';

/** Sends a file of the renderer; false when there is none at this path. */
export async function sendAsset(
  response: ServerResponse,
  rendererFolder: string,
  urlPath: string,
  hasBody: boolean,
): Promise<boolean> {
  const path = assetPath(urlPath);
  if (path === null) return false;
  const headers = {
    ...pageHeaders,
    'Content-Type': mediaTypeOf(path),
    // Names of built files carry a hash of their content; the page itself is asked for anew each time.
    'Cache-Control': /-[\w-]{8}\.\w+$/.test(path) ? 'private, max-age=31536000, immutable' : 'no-cache',
  };
  return sendFile(response, join(rendererFolder, path), headers, hasBody);
}

/** Sends an artifact, to be shown or, with `isDownload`, saved. Throws `unknown-artifact`. */
export async function sendArtifact(
  response: ServerResponse,
  artifacts: Artifacts,
  token: string,
  isDownload: boolean,
  hasBody: boolean,
): Promise<boolean> {
  const { absolutePath, name, mediaType } = artifacts.resolve(token);
  return sendFile(response, absolutePath, artifactHeaders(name, mediaType, isDownload), hasBody);
}

async function sendFile(
  response: ServerResponse,
  path: string,
  headers: Readonly<Record<string, string>>,
  hasBody: boolean,
): Promise<boolean> {
  const facts = await stat(path).catch(() => null);
  if (facts === null || !facts.isFile()) return false;
  response.writeHead(200, { ...headers, 'Content-Length': facts.size });
  if (!hasBody) {
    response.end();
    return true;
  }
  // A page that goes away in the middle is no fault.
  await pipeline(createReadStream(path), response).catch(() => response.destroy());
  return true;
}
