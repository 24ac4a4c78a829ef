import type { DossierRetention, Erasure } from '../../../contract/retention.ts';
import type { Command } from '../command.ts';
import { dossierWord } from '../dossier-word.ts';
import { plain, type Page } from '../page.ts';

/** `yinqi retention DIR [--erase]`: the papers that are to be erased after acceptance; erases those that are due only with --erase. */
export const retentionCommand: Command = {
  name: 'retention',
  summary: {
    zh: '查看通过后要删除的证件副本和扫描件，到期的可以删除',
    en: 'lists papers to be erased after acceptance, and erases those that are due',
  },
  words: [dossierWord],
  options: {
    erase: {
      help: {
        zh: '删除已到期的：覆写后移除，不能撤销；哈希和记录保留',
        en: 'erases what is due: overwritten and removed for good; hash and record stay',
      },
    },
  },
  formats: ['human', 'json'],
  notes: {
    zh: '在 dossier.yaml 里设定：acceptance: { on: 通过日期 }；retention: { days: 天数, what: [id-copies, scans] }。id-copies 是身份证件副本，scans 是 documents 下的其他扫描件。固态硬盘、快照、备份和版本库里可能还有旧内容，程序删不到。',
    en: 'Set in dossier.yaml: acceptance: { on: DAY } and retention: { days: N, what: [id-copies, scans] }. id-copies are copies of identity papers, scans all other papers under documents. Flash memory, snapshots, backups and version control may keep the old bytes; no program reaches them.',
  },
  async run(given, session) {
    const dossier = given.requiredWord('DIR');
    if (given.flag('erase')) {
      const erasure = await session.call('retention.erase', { dossier });
      return { exitCode: 0, json: erasure, human: (page) => writeErasure(page, erasure) };
    }
    const list = await session.call('retention.list', { dossier });
    return {
      exitCode: 0,
      json: list,
      human(page) {
        for (const one of list.dossiers) writeRetention(page, one);
      },
    };
  },
};

function writeRetention(
  page: Page,
  { acceptedOn, setting, dueOn, isDue, papers, historyTexts, erased }: DossierRetention,
): void {
  page.line(
    acceptedOn === null
      ? page.t('还没有记下通过日期（acceptance.on）。', 'No day of acceptance is recorded (acceptance.on).')
      : page.t(`${acceptedOn} 通过。`, `Accepted on ${acceptedOn}.`),
  );
  if (setting === null) {
    page.line(page.t('没有设定删除（retention）。', 'Nothing is set to be erased (retention).'));
  } else {
    page.line(
      page.t(
        `设定：通过 ${setting.days} 天后删除 ${setting.what.join('、')}${dueOn === null ? '' : `，即 ${dueOn} 起`}。`,
        `Set: ${setting.what.join(', ')} are erased ${setting.days} days after acceptance${dueOn === null ? '' : `, from ${dueOn}`}.`,
      ),
    );
    if (historyTexts > 0) {
      page.line(
        page.t(
          `历史里有 ${historyTexts} 段文字含证件号码，届时遮去中间几位。`,
          `${historyTexts} texts of the history hold identity numbers, which are masked then.`,
        ),
      );
    }
    if (papers.length + historyTexts === 0)
      page.line(page.t('没有要删除的文件。', 'There is nothing to erase.'));
    for (const { path, kind, sizeBytes } of papers) page.line(`  ${plain(path)}  ${kind}  ${sizeBytes} B`);
    if (isDue && papers.length + historyTexts > 0) {
      page.line(
        page.paint(
          'yellow',
          page.t('已到期。加 --erase 删除，不能撤销。', 'They are due. --erase erases them for good.'),
        ),
      );
    }
  }
  for (const { path, on, sha256 } of erased) {
    page.line(
      page.t(
        `  已于 ${on} 删除 ${plain(path)}（SHA-256 ${sha256}）`,
        `  erased on ${on}: ${plain(path)} (SHA-256 ${sha256})`,
      ),
    );
  }
}

function writeErasure(page: Page, { erased, kept, maskedTexts }: Erasure): void {
  page.line(
    erased.length + maskedTexts === 0
      ? page.t('没有要删除的文件。', 'There was nothing to erase.')
      : `${page.paint('green', '✓')} ${page.t(`已删除 ${erased.length} 个文件，哈希和记录留在 dossier.yaml：`, `${erased.length} files were erased; hash and record stay in dossier.yaml:`)}`,
  );
  for (const { path, sha256 } of erased) page.line(`  ${plain(path)}  SHA-256 ${sha256}`);
  for (const { path, usedBy } of kept) {
    page.line(
      page.t(
        `  「${plain(path)}」的内容还在：${usedBy.map(plain).join('、')} 也用着同一份`,
        `  The content of “${plain(path)}” stays: ${usedBy.map(plain).join(', ')} use the same`,
      ),
    );
  }
  if (maskedTexts > 0) {
    page.line(
      page.t(
        `  历史里 ${maskedTexts} 段文字的证件号码已遮去，哈希保留`,
        `  identity numbers were masked in ${maskedTexts} texts of the history; their hashes stay`,
      ),
    );
  }
  if (erased.length + maskedTexts > 0) {
    page.paragraph(
      page.t(
        'dossier.yaml 里填写的证件号码还在，不需要时请自行清空；以前导出的材料包、函件和交接文件也还在。',
        'Identity numbers typed into dossier.yaml stay: empty the fields when they are not needed; so do bundles, letters and hand-over files made before.',
      ),
      2,
      '  ',
    );
    page.paragraph(
      page.t(
        '固态硬盘、快照、备份和版本库（例如 git 历史）里可能还有旧内容，请另行处理。',
        'Flash memory, snapshots, backups and version control (such as git history) may keep the old bytes; see to them yourself.',
      ),
      2,
      '  ',
    );
  }
}
