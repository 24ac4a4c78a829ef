import type { Command } from '../command.ts';

/** `yinqi explain ID`: one rule or clause explained, with what cites it. */
export const explainCommand: Command = {
  name: 'explain',
  summary: { zh: '解释一条规则或条款', en: 'explains a rule or a clause' },
  words: [
    {
      name: 'ID',
      required: true,
      help: {
        zh: '规则或条款的编号，例如 listing/function-6',
        en: 'the id of a rule or clause, for example listing/function-6',
      },
    },
  ],
  options: {
    platform: {
      value: 'ID',
      help: {
        zh: '哪个平台的规则，编号在两个平台都有时用',
        en: 'of which platform, where both have a rule of this id',
      },
    },
  },
  formats: ['human', 'json'],
  async run(given, session) {
    const platform = given.text('platform');
    const result = await session.call('rulebook.explain', {
      id: given.requiredWord('ID'),
      ...(platform === undefined ? {} : { platform }),
    });
    return {
      exitCode: 0,
      json: { schema: 'yinqi/explanation@1', ...result },
      human(page) {
        const kind = result.kind === 'rule' ? page.t('规则', 'rule') : page.t('条款', 'clause');
        page.line(`${page.paint('bold', result.title)}  ${page.paint('dim', `${kind} ${result.id}`)}`);
        for (const { heading, text } of result.paragraphs) {
          page.line();
          page.line(page.paint('bold', heading));
          page.paragraph(text, 2);
        }
        if (result.cites.length > 0) {
          page.line();
          page.line(page.paint('bold', page.t('依据', 'Rests on')));
          for (const one of result.cites) {
            const dated = one.dated === undefined ? '' : page.t(`（${one.dated}）`, ` (${one.dated})`);
            page.line(`  ${page.paint('cyan', one.id)}  ${page.paint('dim', one.source + dated)}`);
            if (one.gist !== '') page.paragraph(one.gist, 4);
          }
        }
        if (result.citedBy.length > 0) {
          page.line();
          page.line(page.paint('bold', page.t('被以下规则引用', 'Cited by')));
          page.columns(
            result.citedBy.map((one) => [one.id, one.title]),
            2,
            ['cyan', null],
          );
        }
      },
    };
  },
};
