import { Failure } from '../contract/failure.ts';
import type { Localized } from '../contract/language.ts';
import { dossierFilesPath, parseDossierFiles, type DossierFiles } from '../core/bundle/dossier-files.ts';
import { parseEnclosedReport, type EnclosedReport } from '../core/bundle/enclosed-report.ts';
import { enclosedReportPath } from '../core/bundle/enclosed-report-path.ts';
import { isReadWhole } from '../core/bundle/judge-bag.ts';
import type { JudgedVerification } from '../core/bundle/difference.ts';
import { planRestore } from '../core/bundle/plan-restore.ts';
import { verifyBundle } from '../core/bundle/verify-bundle.ts';
import { dossierData } from '../core/dossier/dossier-data.ts';
import { parseDossier } from '../core/dossier/parse-dossier.ts';
import { decodeDossierText } from '../core/dossier/dossier-text.ts';
import type { World } from '../world.ts';
import type { CallContext } from '../world/call-context.ts';
import type { FolderEntry, OpenDossier } from '../world/dossier-store.ts';
import type { LocalFile } from '../world/local-file.ts';
import type { Methods } from './method.ts';
import { withOpenedBundle } from './opened-bundle.ts';

/** Restoring a dossier from a bundle. */
export const importBundleMethods: Pick<Methods, 'dossiers.importBundle'> = {
  'dossiers.importBundle': async (world, input, context) => {
    const file = world.grants.resolve(input.file);
    return withOpenedBundle(world, file, input.passphrase, context, async (plain) => {
      const bundle = await readBundle(world, plain, context);
      const restored = planRestore(bundle);
      const open = await unpackInto(world, plain, bundle.top, restored.files, context, (entries) =>
        storeDossier(world, input.folder, entries),
      );
      return {
        ...dossierData(open),
        draft: bundle.report.draft,
        exportedOn: bundle.report.date,
        restored: restored.files.length,
        notInBundle: [...restored.notInBundle],
        leftOut: [...restored.leftOut],
        notTaken: [...restored.notTaken],
      };
    });
  },
};

interface ReadBundle {
  /** The bag's folder with its slash. */
  readonly top: string;
  readonly report: EnclosedReport;
  readonly kept: DossierFiles | null;
  readonly document: ReturnType<typeof parseDossier>;
}

/** Reads and verifies a bundle; nothing is unpacked. Throws `bundle-unsafe`, `bundle-not-whole`, `bundle-redacted`. */
async function readBundle(world: World, file: LocalFile, context: CallContext): Promise<ReadBundle> {
  const isWanted = (name: string): boolean =>
    isReadWhole(name) || /^[^/]+\/(dossier\.yaml|dossier-files\.json)$/.test(name);
  const read = await world.zip.read(file, isWanted, { ...context, onProgress: halfOf(context, 0) });
  const verification = verifyBundle(read);
  if (verification.verdict !== 'whole') throw notWhole(file, verification);
  if (verification.redacted === true) throw redacted(file);
  const top = [...read.kept.keys()].find((name) => /^[^/]+\/bagit\.txt$/.test(name))?.slice(0, -9) ?? '';
  const bytesOf = (path: string): Uint8Array | undefined => read.kept.get(`${top}${path}`);
  const report = parseEnclosedReport(bytesOf(enclosedReportPath) ?? new Uint8Array());
  const yaml = bytesOf('dossier.yaml');
  const list = bytesOf(dossierFilesPath);
  const kept = list === undefined ? null : parseDossierFiles(list);
  if (report === null || yaml === undefined || (list !== undefined && kept === null)) {
    throw contradictory(file, {
      zh: '案卷文件或文件清单无法识别',
      en: 'its dossier.yaml or its list of files cannot be understood',
    });
  }
  return {
    top,
    report,
    kept,
    document: parseDossier(decodeDossierText(yaml, 'dossier.yaml'), 'dossier.yaml'),
  };
}

/** Unpacks into a scratch folder, compares every file with its hash, and hands the dossier's folder entries over; dossier.yaml comes last. */
async function unpackInto<T>(
  world: World,
  file: LocalFile,
  top: string,
  files: ReturnType<typeof planRestore>['files'],
  context: CallContext,
  store: (entries: readonly FolderEntry[]) => Promise<T>,
): Promise<T> {
  return world.artifacts.inPrivate(async (folder) => {
    const all = [...files, { inBag: 'dossier.yaml', path: 'dossier.yaml', sha256: null }];
    const places = all.map((one, index) => ({ ...one, absolutePath: `${folder}/${index}` }));
    const written = await world.zip.unpack(
      file,
      new Map(places.map(({ inBag, absolutePath }) => [`${top}${inBag}`, absolutePath])),
      { ...context, onProgress: halfOf(context, 1) },
    );
    const other = files.find(({ inBag, sha256 }) => written.get(`${top}${inBag}`)?.sha256 !== sha256);
    if (other !== undefined) {
      throw contradictory(file, {
        zh: `「${other.inBag}」在核验之后被改动`,
        en: `“${other.inBag}” was changed after it was verified`,
      });
    }
    return store(
      places.map(({ absolutePath, path }) => ({
        path,
        content: { absolutePath, name: path.slice(path.lastIndexOf('/') + 1) },
      })),
    );
  });
}

/** Puts the dossier into the folder granted, which holds none of these files, or else into the store. */
async function storeDossier(
  world: World,
  grant: string | undefined,
  entries: readonly FolderEntry[],
): Promise<OpenDossier> {
  if (grant !== undefined) {
    const folder = world.grants.resolve(grant);
    await world.folders.write(folder, entries, { refuseExisting: true });
    return world.dossiers.open(folder.absolutePath);
  }
  return world.artifacts.inPrivate(async (absolutePath) => {
    const folder = { absolutePath, name: 'dossier' };
    await world.folders.write(folder, entries, { refuseExisting: true });
    return world.dossiers.importFolder(folder);
  });
}

const halfOf =
  ({ onProgress }: CallContext, half: 0 | 1): CallContext['onProgress'] =>
  ({ done, total, label }) =>
    onProgress({ done: done + half * total, total: 2 * total, label });

const mostNamed = 5;

function notWhole(file: LocalFile, { differences }: JudgedVerification): Failure {
  const isUnsafe = differences.some(({ code }) => code === 'unsafe');
  const list = (language: 'zh' | 'en'): string =>
    differences
      .slice(0, mostNamed)
      .map(({ path, message }) => `- ${path}${language === 'zh' ? '：' : ': '}${message[language]}`)
      .join('\n');
  const more = differences.length - mostNamed;
  return new Failure(
    isUnsafe ? 'bundle-unsafe' : 'bundle-not-whole',
    {
      zh: `「${file.name}」${isUnsafe ? '含有不安全的内容' : '不完整或被改动过'}，没有导入任何文件：\n${list('zh')}${more > 0 ? `\n- 另有 ${more} 处` : ''}`,
      en: `“${file.name}” ${isUnsafe ? 'holds what is unsafe' : 'is not whole or was changed'}; nothing was imported:\n${list('en')}${more > 0 ? `\n- and ${more} more` : ''}`,
    },
    isUnsafe
      ? {
          zh: '请不要用其他软件解压它；向发来的人核实来源',
          en: 'Do not unpack it with another program; ask whoever sent it where it comes from',
        }
      : { zh: '请重新复制一份，或请对方重新导出', en: 'Copy it again, or ask for a new export' },
  );
}

const redacted = (file: LocalFile): Failure =>
  new Failure(
    'bundle-redacted',
    {
      zh: `「${file.name}」是脱敏版：证件和号码已去掉，不能还原成案卷`,
      en: `“${file.name}” is redacted: papers and numbers were taken out, and no dossier can be restored from it`,
    },
    { zh: '请导入未脱敏的材料包', en: 'Import the bundle that is not redacted' },
  );

const contradictory = (file: LocalFile, why: Localized): Failure =>
  new Failure(
    'bundle-contradictory',
    {
      zh: `「${file.name}」不能导入：${why.zh}；没有导入任何文件`,
      en: `“${file.name}” cannot be imported: ${why.en}; nothing was imported`,
    },
    { zh: '请让对方重新导出', en: 'Ask for a new export' },
  );
