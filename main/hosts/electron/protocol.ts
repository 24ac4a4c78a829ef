import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { protocol } from 'electron';
import { Failure } from '../../contract/failure.ts';
import type { Artifacts } from '../../world/exchange.ts';
import { mediaTypeOf } from '../served/media-type.ts';
import { artifactHeaders, commonHeaders, pageHeaders } from '../served/page-headers.ts';
import { protocolRoute } from './protocol-route.ts';

/** Declares the scheme; must be called before Electron is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'yinqi', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the renderer and artifacts under yinqi://app, with a strict policy on every answer. */
export function serveProtocol(rendererFolder: string, artifacts: Artifacts): void {
  protocol.handle('yinqi', async (request) => {
    const nothing = new Response('Not found', { status: 404, headers: { ...commonHeaders } });
    try {
      const route = protocolRoute(request.method, request.url);
      switch (route.kind) {
        case 'asset':
          return new Response(new Uint8Array(await readFile(join(rendererFolder, route.path))), {
            headers: { ...pageHeaders, 'Content-Type': mediaTypeOf(route.path) },
          });
        case 'artifact': {
          const { absolutePath, name, mediaType } = artifacts.resolve(route.token);
          return new Response(new Uint8Array(await readFile(absolutePath)), {
            headers: { ...artifactHeaders(name, mediaType, route.isDownload) },
          });
        }
        case 'nothing':
          return nothing;
      }
    } catch (error) {
      const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      if (isAbsent || error instanceof Failure) return nothing;
      throw error;
    }
  });
}
