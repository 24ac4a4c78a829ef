import { eraseAtStart } from '../../erase-at-start.ts';
import type { Command } from '../command.ts';
import { plain } from '../page.ts';
import { wrongUse } from '../parse-command-line.ts';

/** `yinqi serve [--port N]`: the same app in the browser, on 127.0.0.1 only, until it is interrupted. */
export const serveCommand: Command = {
  name: 'serve',
  summary: { zh: '在浏览器里使用（仅本机 127.0.0.1）', en: 'the same app in the browser, on 127.0.0.1 only' },
  words: [],
  options: {
    port: {
      value: 'N',
      help: { zh: '端口；0 或不加则自动选空闲端口', en: 'the port; 0, or none, takes a free one' },
    },
    open: { help: { zh: '顺便打开浏览器', en: 'opens a browser too, where there is one' } },
  },
  formats: ['human', 'json'],
  notes: {
    zh: '打印的地址含口令，只在本次运行有效，不要发给别人。按 Ctrl+C 结束。数据存放位置可用环境变量 YINQI_DATA 更改。',
    en: 'The printed address holds a key that is good for this run only; keep it to yourself. Ctrl+C ends it. YINQI_DATA names another data folder.',
  },
  async run(given, session) {
    const port = portOf(given.text('port'));
    // Node's HTTP takes longer to load than most other commands to run.
    const { startHttpHost } = await import('../../http/http-host.ts');
    const opened = await session.openDatabase();
    await eraseAtStart(opened.app, session.language, session.note);
    const host = await startHttpHost({ ...opened, port, version: session.version, log: session.note });
    return {
      exitCode: 0,
      json: { schema: 'yinqi/serve@1', address: host.address },
      human(page) {
        page.line(page.t(`印齐已就绪：${host.address}`, `Yinqi is ready: ${host.address}`));
        page.line(page.t('按 Ctrl+C 结束。', 'Ctrl+C ends it.'));
      },
      async after() {
        try {
          if (given.flag('open')) (await import('../../http/open-browser.ts')).openInBrowser(host.address);
          await untilAborted(session.signal);
        } finally {
          await host.close();
        }
      },
    };
  },
};

function portOf(text: string | undefined): number {
  if (text === undefined) return 0;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (port >= 0 && port <= 65_535) return port;
  throw wrongUse(
    `「${plain(text)}」不是端口`,
    `“${plain(text)}” is not a port`,
    '请给出 0 到 65535 的整数，0 表示自动选择',
    'Give a whole number from 0 to 65535; 0 takes a free one',
  );
}

const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    if (signal.aborted) done();
    else signal.addEventListener('abort', () => done(), { once: true });
  });
