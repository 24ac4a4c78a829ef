import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Failure } from '../../contract/failure.ts';

/** Listens on 127.0.0.1 alone and answers the port. Throws `port-taken` or `port-not-allowed`. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => fail(listenFailure(error, port)));
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      // Safe: a server that listens on a host and port has such an address.
      done((server.address() as AddressInfo).port);
    });
  });
}

function listenFailure(error: NodeJS.ErrnoException, port: number): unknown {
  const hint = {
    zh: '请换一个端口，或用 --port 0 自动选择',
    en: 'Choose another port, or --port 0 for a free one',
  };
  if (error.code === 'EADDRINUSE') {
    return new Failure(
      'port-taken',
      { zh: `端口 ${port} 已被其他程序占用`, en: `Port ${port} is in use by another program` },
      hint,
      { cause: error },
    );
  }
  if (error.code === 'EACCES') {
    return new Failure(
      'port-not-allowed',
      { zh: `没有权限使用端口 ${port}`, en: `Port ${port} may not be used without more rights` },
      hint,
      { cause: error },
    );
  }
  return error;
}
