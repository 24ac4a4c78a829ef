import { paperKindTitles, particularTitles } from '../../../contract/paper-titles.ts';
import type { FieldSuggestion } from '../../../contract/read-paper.ts';
import type { Command } from '../command.ts';
import { dossierWord } from '../dossier-word.ts';
import { plain, type Page } from '../page.ts';

/** `yinqi read DIR [FILE…]`: what text recognition makes of papers, as suggestions for the dossier's fields. */
export const readCommand: Command = {
  name: 'read',
  summary: {
    zh: '识别证照上的文字，给出可填入案卷的建议',
    en: 'reads the print on papers and suggests what the dossier’s fields may hold',
  },
  words: [
    dossierWord,
    {
      name: 'FILE',
      required: false,
      repeated: true,
      help: {
        zh: '案卷里的文件；不写则识别营业执照、备案、软著证书和身份证件',
        en: 'files of the dossier; without any, licences, filings, copyright certificates and identity documents',
      },
    },
  ],
  options: {},
  formats: ['human', 'json'],
  notes: {
    zh: '在本机识别，不联网。识别会认错字，生僻字尤其如此：这里的内容都是建议，须与原件核对。二维码只显示内容，不打开。',
    en: 'Read on this computer, offline. Recognition errs, most of all on rare characters: all of this is a suggestion to be held against the paper. QR codes are shown, never opened.',
  },
  async run(given, session) {
    const dossier = given.requiredWord('DIR');
    const files = given.words('FILE');
    const result = await session.call('papers.read', {
      dossier,
      ...(files.length === 0 ? {} : { paths: [...files] }),
    });
    return {
      exitCode: 0,
      json: result,
      human(page) {
        if (result.papers.length === 0) {
          page.line(page.t('案卷里没有可以识别的证照。', 'The dossier holds no paper that can be read.'));
          return;
        }
        for (const paper of result.papers) {
          page.line(
            page.paint('bold', `${plain(paper.path)} · ${paperKindTitles[paper.kind][session.language]}`),
          );
          for (const { particular, value, isVerified, confidence } of paper.particulars) {
            const title = particularTitles[particular][session.language];
            const mark = isVerified ? page.t('（校验相符）', ' (check character fits)') : '';
            const unsure = confidence < 0.6 ? page.t('（不太清楚）', ' (unsure)') : '';
            page.paragraph(`${title}：${plain(value)}${mark}${unsure}`, 2);
          }
          for (const { text } of paper.codes) {
            page.paragraph(
              page.t(`二维码（未打开）：${plain(text)}`, `QR code (not opened): ${plain(text)}`),
              2,
            );
          }
          if (paper.particulars.length === 0)
            page.paragraph(page.t('没有认出要素。', 'No particulars were made out.'), 2, '', 'dim');
          page.line();
        }
        suggestionLines(page, result.suggestions);
      },
    };
  },
};

function suggestionLines(page: Page, suggestions: readonly FieldSuggestion[]): void {
  const fills = suggestions.filter((one) => one.state === 'fills');
  const differs = suggestions.filter((one) => one.state === 'differs');
  if (fills.length > 0) {
    page.line(
      page.paint(
        'bold',
        page.t('可填入（请先与原件核对）', 'Can be filled in (hold against the paper first)'),
      ),
    );
    for (const { field, value, path } of fills)
      page.paragraph(`${field}: ${plain(value)}　← ${plain(path)}`, 2);
  }
  if (differs.length > 0) {
    page.line(
      page.paint(
        'bold',
        page.t('与案卷不同（可能是认错字）', 'Other than in the dossier (it may be misread)'),
      ),
    );
    for (const { field, value, current, path } of differs)
      page.paragraph(
        page.t(
          `${field}：案卷为「${plain(current ?? '')}」，识别为「${plain(value)}」　← ${plain(path)}`,
          `${field}: the dossier has “${plain(current ?? '')}”, read as “${plain(value)}” ← ${plain(path)}`,
        ),
        2,
      );
  }
  if (fills.length === 0 && differs.length === 0 && suggestions.length > 0)
    page.line(page.t('识别结果与案卷一致。', 'What was read agrees with the dossier.'));
}
