import type { Command } from '../command.ts';
import { dossierWord } from '../dossier-word.ts';
import { plain } from '../page.ts';
import { writeFindingsByStep } from '../report-lines.ts';
import { sarifOf } from '../sarif.ts';

/** `yinqi check DIR`: all findings. Exit code 1 when one is of level error. */
export const checkCommand: Command = {
  name: 'check',
  summary: { zh: '检查案卷，列出全部问题', en: 'checks the dossier and lists all findings' },
  words: [dossierWord],
  options: {
    pdf: {
      value: 'FILE.pdf',
      help: { zh: '把检查报告另存为 PDF', en: 'writes the review report as PDF, too' },
    },
  },
  formats: ['human', 'json', 'sarif'],
  notes: {
    zh: '有错误级别的问题时退出码为 1。能不能通过，由平台审核人员决定。',
    en: 'Exit code 1 when there are findings of level error. Whether an application passes is for the platform’s reviewers to decide.',
  },
  async run(given, session) {
    const dossier = given.requiredWord('DIR');
    const report = await session.call('review.check', { dossier });
    const [pdf] = given.texts('pdf');
    if (pdf !== undefined) {
      const { pages } = await session.call('review.report', { dossier, target: await session.grant(pdf) });
      session.note(
        session.language === 'zh'
          ? `检查报告已写入 ${plain(pdf)}，共 ${pages} 页。`
          : `The review report is in ${plain(pdf)}, ${pages} pages.`,
      );
    }
    return {
      exitCode: report.counts.error > 0 || report.verdict === 'fail' ? 1 : 0,
      json: report,
      sarif: () => sarifOf(report, dossier, session),
      human(page) {
        const { error, warning, notice } = report.counts;
        page.line(
          page.paint('bold', page.t(`案卷 ${plain(dossier)}`, `Dossier ${plain(dossier)}`)) +
            page.t(
              `（规则 ${report.rulebook.id} ${report.rulebook.version}）`,
              ` (rulebook ${report.rulebook.id} ${report.rulebook.version})`,
            ),
        );
        writeFindingsByStep(page, report);
        page.line();
        const counts = page.t(
          `错误 ${error} 项，提醒 ${warning} 项，说明 ${notice} 项。`,
          `Errors ${error}, warnings ${warning}, notices ${notice}.`,
        );
        const verdict =
          report.verdict === 'fail'
            ? page.t(
                '还有必须解决的错误，暂时只能导出草稿。',
                'Errors must be settled first; until then only a draft can be exported.',
              )
            : page.t(
                '没有发现错误，可以导出材料包。最终由平台审核。',
                'No errors found; the bundle can be exported. The platform’s reviewers decide.',
              );
        page.paragraph(counts + page.t('', ' ') + verdict, 0);
      },
    };
  },
};
