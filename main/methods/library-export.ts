import { Failure } from '../contract/failure.ts';
import { stateOf } from '../core/library/dossier-state.ts';
import {
  contentName,
  historyName,
  libraryManifest,
  manifestEntries,
  manifestName,
  teamName,
  yamlName,
} from '../core/library/library-file.ts';
import type { CallContext } from '../world/call-context.ts';
import type { FolderEntry } from '../world/dossier-store.ts';
import type { Methods } from './method.ts';

/** More entries are refused by those who read zips, ours among them. */
const maxEntries = 9_000;

/** Writes dossiers and what a team shares to a `.yinqi` file, and notes the states that went out as ancestors of what comes back. */
export const exportLibrary: Methods['library.export'] = async (world, input, context) => {
  requireChoice(input);
  const all = await world.library.dossiers(input.dossiers);
  const dossiers = all.filter(({ isRemoved }) => !isRemoved);
  const withKept = input.withKept ?? input.dossiers === undefined;
  const kept = withKept ? (await world.library.kept()).filter(({ isRemoved }) => !isRemoved) : [];
  requireAll(input.dossiers, dossiers, kept.length);
  const team = input.withTeam ? await world.team.list() : [];
  const on = world.today();
  const software = { name: 'Yinqi 印齐', version: world.about.version };
  const manifest = libraryManifest({ software, on, by: input.by.trim(), dossiers, kept, team });
  const wanted = manifestEntries(manifest);
  if (wanted.size > maxEntries) throw tooLarge(wanted.size);
  const entries: FolderEntry[] = [
    ...dossiers.flatMap(({ id, yamlText, history }) => [
      { path: yamlName(id), content: new TextEncoder().encode(yamlText) },
      ...(history === '' ? [] : [{ path: historyName(id), content: new TextEncoder().encode(history) }]),
    ]),
    ...[
      ...new Set([
        ...dossiers.flatMap(({ files }) => files.map(({ sha256 }) => sha256)),
        ...kept.flatMap(({ content }) => content.logo?.sha256 ?? []),
      ]),
    ]
      .toSorted()
      .map((sha256) => ({ path: contentName(sha256), content: world.library.content(sha256) })),
    ...team.map(({ area, path, file }) => ({ path: teamName(area, path), content: file })),
  ];
  const fileName = `${{ zh: '印齐交接', en: 'yinqi-library' }[context.language]}-${on.replaceAll('-', '')}.yinqi`;
  const target =
    input.target === undefined
      ? { ...(await world.artifacts.reserve(fileName, 'application/zip')), name: fileName }
      : { ...world.grants.resolve(input.target), artifact: undefined };
  const label = { zh: '正在写入', en: 'Writing' }[context.language];
  const onProgress: CallContext['onProgress'] = ({ done, total }) =>
    context.onProgress({ done, total, label });
  const write = (path: string) =>
    world.zip.write(
      path,
      entries,
      (written) => {
        const other = [...wanted].find(([name, sha256]) => written.get(name)?.sha256 !== sha256);
        if (other !== undefined) throw changedMeanwhile(other[0]);
        return [
          { path: manifestName, content: new TextEncoder().encode(`${JSON.stringify(manifest, null, 1)}\n`) },
        ];
      },
      { date: on, signal: context.signal, onProgress },
    );
  const { passphrase } = input;
  const written =
    passphrase === undefined
      ? await write(target.absolutePath)
      : await world.artifacts.inPrivate(async (folder) => {
          const plain = { absolutePath: `${folder}/library.yinqi`, name: 'library.yinqi' };
          await write(plain.absolutePath);
          return world.zip.encrypt(plain, target.absolutePath, passphrase, {
            entryName: plain.name,
            date: on,
            signal: context.signal,
            onProgress,
          });
        });
  await world.library.noteStates(
    dossiers.map((one) => ({ ...one, state: stateOf(one) })),
    kept,
  );
  return {
    ...(target.artifact === undefined ? {} : { artifact: target.artifact }),
    fileName: target.name,
    isEncrypted: passphrase !== undefined,
    sizeBytes: written.sizeBytes,
    dossiers: dossiers.length,
    files: dossiers.reduce((sum, { files }) => sum + files.length, 0),
    kept: kept.length,
    teamFiles: team.length,
  };
};

function requireChoice(input: { readonly passphrase?: string | undefined; readonly plain: boolean }): void {
  if ((input.passphrase !== undefined) !== input.plain) return;
  throw new Failure(
    'passphrase-needed',
    input.plain
      ? { zh: '既给了口令又选择不加密', en: 'There is a passphrase, and no encryption was chosen' }
      : {
          zh: '没有口令：交接文件里有证件扫描件，默认加密',
          en: 'No passphrase was given: the file holds scans of papers and is encrypted unless you choose otherwise',
        },
    {
      zh: '请设一个口令并另行告诉对方；确实不需要加密时，请明确选择不加密',
      en: 'Choose a passphrase and tell it by another way; where no encryption is needed, choose that plainly',
    },
  );
}

function requireAll(
  wanted: readonly string[] | undefined,
  found: readonly { readonly id: string }[],
  kept: number,
): void {
  const gone = wanted?.find((id) => !found.some((one) => one.id === id));
  if (gone === undefined && (wanted !== undefined || found.length + kept > 0)) return;
  throw gone === undefined
    ? new Failure(
        'nothing-to-export',
        { zh: '没有案卷可以交接', en: 'There are no dossiers to hand over' },
        { zh: '请先新建或导入案卷', en: 'Make or import one first' },
      )
    : new Failure(
        'unknown-dossier',
        { zh: `没有编号为「${gone}」的案卷`, en: `There is no dossier “${gone}”` },
        { zh: '请核对编号；删除了的案卷不能交接', en: 'Check the id; a removed dossier is not handed over' },
      );
}

const tooLarge = (entries: number): Failure =>
  new Failure(
    'library-too-large',
    {
      zh: `共 ${entries} 个文件，超过一个交接文件的上限 ${maxEntries}`,
      en: `There are ${entries} files, more than the ${maxEntries} that one file takes`,
    },
    { zh: '请分几次，每次选一部分案卷', en: 'Hand the dossiers over in several files' },
  );

const changedMeanwhile = (name: string): Failure =>
  new Failure(
    'file-changed',
    {
      zh: `「${name}」在导出过程中被改动，没有导出`,
      en: `“${name}” changed while it was exported; nothing was written`,
    },
    {
      zh: '请再导出一次；如果反复出现，请从备份恢复数据文件夹',
      en: 'Export again; if it comes again restore the data folder from a backup',
    },
  );
