import type { Localized } from '../../contract/language.ts';
import { tagManifestPath } from './bag-name.ts';
import { difference, type Difference, type JudgedVerification, type UnpackedEntry } from './difference.ts';
import { enclosedReportPath } from './enclosed-report-path.ts';
import { decodeTagFile, isBagDeclaration, readBagInfo, readManifest, type ReadTagFile } from './read-bag.ts';
import { verifyReport, type ReportParser } from './verify-report.ts';
import { draftLabel, redactedLabel, type HashedPath } from './write-bag.ts';

const declaration = 'bagit.txt';
const information = 'bag-info.txt';
const manifest = 'manifest-sha256.txt';
const required = [information, 'dossier.yaml', manifest, tagManifestPath];

/** Which entries {@link judgeBag} must be given whole. `name` is the full name inside the zip. */
export function isReadWhole(name: string): boolean {
  const inside = name.slice(name.indexOf('/') + 1);
  return [declaration, information, manifest, tagManifestPath, enclosedReportPath].includes(inside);
}

/** One bag as its entries and texts are; paths without its folder, NFC. */
interface Bag {
  readonly files: ReadonlyMap<string, UnpackedEntry>;
  readonly texts: ReadonlyMap<string, Uint8Array>;
}

/**
 * Decides whether a zip is one whole, unchanged BagIt 1.0 bag (RFC 8493) whose enclosed report agrees with what it
 * holds. Every difference is named once, where it is closest to its cause. It runs in Yinqi and in the page verify.html.
 */
export function judgeBag(
  zip: {
    readonly entries: readonly UnpackedEntry[];
    readonly kept: ReadonlyMap<string, Uint8Array>;
  },
  parseReport: ReportParser,
): JudgedVerification {
  const refused = zip.entries.flatMap(refusal);
  const top = topFolder(zip.entries);
  if (typeof top !== 'string') return conclude([...refused, top], 0, null, { draft: false, redacted: false });

  const inside = zip.entries.filter(({ name }) => name.startsWith(top));
  const outside = zip.entries
    .filter(({ name, refused }) => !name.startsWith(top) && refused === null)
    .map(({ name }) =>
      difference(
        'extra',
        name,
        '在文件包的文件夹之外，导出时没有它',
        'it lies outside the bag and was not exported',
      ),
    );
  const within = (name: string): string => name.slice(top.length).normalize('NFC');
  const bag: Bag = {
    files: new Map(inside.map((entry) => [within(entry.name), entry])),
    texts: new Map(
      [...zip.kept].filter(([name]) => name.startsWith(top)).map(([name, bytes]) => [within(name), bytes]),
    ),
  };
  const payload = new Map([...bag.files].filter(([path]) => path.startsWith('data/')));
  const info = readInfo(bag);
  const isDraft = info.value.get(draftLabel.toLowerCase())?.join() === 'yes';
  const isRedacted = info.value.get(redactedLabel.toLowerCase())?.join() === 'yes';
  const hashes = verifyHashes(bag);
  const report = verifyReport(
    bag.texts.get(enclosedReportPath),
    payload,
    {
      isDraft,
      isRedacted,
      date: info.value.get('bagging-date')?.join() ?? '',
      named: new Set(hashes.map(({ path }) => path)),
    },
    parseReport,
  );
  const differences = [
    ...refused,
    ...outside,
    ...verifyDeclaration(bag),
    ...verifyPresence(bag),
    ...hashes,
    ...info.faults.map((fault) => unreadable(information, fault)),
    ...verifyInfo(info.value, payload),
    ...report.differences,
  ];
  return {
    ...conclude(differences, payload.size, report.summary, {
      draft: report.summary?.draft ?? isDraft,
      redacted: isRedacted || report.summary?.redacted !== undefined,
    }),
    ...fingerprintOf(bag),
  };
}

/** The hash of what has the hashes of all; not there where that is not there whole. */
function fingerprintOf({ files }: Bag): Pick<JudgedVerification, 'fingerprint'> {
  const sha256 = files.get(tagManifestPath)?.sha256 ?? null;
  return sha256 === null ? {} : { fingerprint: sha256 };
}

function conclude(
  differences: readonly Difference[],
  files: number,
  summary: ReturnType<typeof verifyReport>['summary'],
  { draft, redacted }: { readonly draft: boolean; readonly redacted: boolean },
): JudgedVerification {
  return {
    schema: 'yinqi/verification@1',
    verdict: differences.length === 0 ? 'whole' : 'not-whole',
    draft,
    ...(redacted ? { redacted } : {}),
    files,
    ...(summary === null ? {} : { report: { verdict: summary.verdict, rulebook: summary.rulebook } }),
    differences,
  };
}

function refusal({ name, refused, fault }: UnpackedEntry): readonly Difference[] {
  if (refused === null) return [];
  return fault === 'damaged'
    ? [difference('damaged', name, `已损坏：${refused.zh}`, `damaged: ${refused.en}`)]
    : [difference('unsafe', name, `不安全，未解压：${refused.zh}`, `unsafe, not unpacked: ${refused.en}`)];
}

/** The bag's folder with its slash, or why there is not exactly one. */
function topFolder(entries: readonly UnpackedEntry[]): string | Difference {
  const tops = entries
    .filter(({ name }) => /^[^/]+\/bagit\.txt$/.test(name))
    .map(({ name }) => name.slice(0, -declaration.length));
  const [top] = tops;
  if (top !== undefined && tops.length === 1) return top;
  return tops.length > 1
    ? difference(
        'not-a-bag',
        declaration,
        '含有多个 BagIt 文件包，应当只有一个',
        'it holds several bags, not one',
      )
    : difference(
        'not-a-bag',
        declaration,
        '不是印齐导出的文件包：没有「文件夹/bagit.txt」',
        'it is not a bundle: there is no “folder/bagit.txt”',
      );
}

const unreadable = (path: string, fault: Localized): Difference =>
  difference('damaged', path, `内容无法识别：${fault.zh}`, `it cannot be understood: ${fault.en}`);

function verifyDeclaration(bag: Bag): readonly Difference[] {
  if (bag.files.get(declaration)?.sha256 === null) return [];
  const text = textOf(bag, declaration);
  return text !== null && isBagDeclaration(text)
    ? []
    : [
        difference(
          'not-a-bag',
          declaration,
          '应声明 BagIt 1.0 与 UTF-8 编码',
          'it must declare BagIt version 1.0 and UTF-8',
        ),
      ];
}

function verifyPresence(bag: Bag): readonly Difference[] {
  const missing = required
    .filter((path) => !bag.files.has(path))
    .map((path) => difference('missing', path, '文件包缺少此文件', 'the bundle lacks this file'));
  const foreign = [...bag.files.keys()]
    .filter((path) => /^(tag)?manifest-[^/]*\.txt$|^fetch\.txt$/.test(path) && !required.includes(path))
    .map((path) =>
      difference('extra', path, '印齐的文件包没有这种清单', 'bundles of Yinqi have no such manifest'),
    );
  return [...missing, ...foreign];
}

/** Compares both manifests with what is there. */
function verifyHashes(bag: Bag): readonly Difference[] {
  const isPayload = (path: string) => path.startsWith('data/');
  const isTag = (path: string) => !isPayload(path) && path !== tagManifestPath;
  return [...verifyManifest(bag, manifest, isPayload), ...verifyManifest(bag, tagManifestPath, isTag)];
}

function verifyManifest(bag: Bag, name: string, belongs: (path: string) => boolean): readonly Difference[] {
  if (!bag.files.has(name) || bag.files.get(name)?.sha256 === null) return [];
  const { value: lines, faults } = readTag(bag, name, readManifest, [] as readonly HashedPath[]);
  const listed = new Map(lines.map((line) => [line.path, line.sha256]));
  const differences = faults.map((fault) => unreadable(name, fault));
  for (const [path, sha256] of listed) {
    const entry = bag.files.get(path);
    if (!belongs(path)) {
      differences.push(
        difference(
          'damaged',
          name,
          `列出了不归它管的「${path}」`,
          `it lists “${path}”, which is not its to list`,
        ),
      );
    } else if (entry === undefined) {
      differences.push(
        difference(
          'missing',
          path,
          `${name} 列有此文件，但包内没有`,
          `${name} lists it, and it is not there`,
        ),
      );
    } else if (entry.sha256 !== null && entry.sha256 !== sha256) {
      differences.push(
        difference(
          'changed',
          path,
          `内容与 ${name} 中的 SHA-256 不符`,
          `its bytes do not match the SHA-256 in ${name}`,
        ),
      );
    }
  }
  for (const path of bag.files.keys()) {
    if (!belongs(path) || listed.has(path)) continue;
    differences.push(difference('extra', path, `${name} 没有列出此文件`, `${name} does not list it`));
  }
  return differences;
}

function readInfo(bag: Bag): ReadTagFile<ReadonlyMap<string, readonly string[]>> {
  const nothing: ReadonlyMap<string, readonly string[]> = new Map();
  const isThere = bag.files.has(information) && bag.files.get(information)?.sha256 !== null;
  return isThere ? readTag(bag, information, readBagInfo, nothing) : { value: nothing, faults: [] };
}

function verifyInfo(
  info: ReadonlyMap<string, readonly string[]>,
  payload: ReadonlyMap<string, UnpackedEntry>,
): readonly Difference[] {
  if (info.size === 0) return [];
  const sizeBytes = [...payload.values()].reduce((sum, entry) => sum + entry.sizeBytes, 0);
  const actual = `${sizeBytes}.${payload.size}`;
  const said = info.get('payload-oxum')?.join();
  const draft = info.get(draftLabel.toLowerCase())?.join();
  return [
    ...(said === actual
      ? []
      : [
          difference(
            'changed',
            information,
            `Payload-Oxum 写的是 ${said ?? '（无）'}，实际为 ${actual}（字节数.文件数）`,
            `Payload-Oxum says ${said ?? '(nothing)'}, and there is ${actual} (bytes.files)`,
          ),
        ]),
    ...(draft === 'yes' || draft === 'no'
      ? []
      : [
          difference(
            'changed',
            information,
            `${draftLabel} 应为 yes 或 no，现为 ${draft ?? '（无）'}`,
            `${draftLabel} must be yes or no and is ${draft ?? '(nothing)'}`,
          ),
        ]),
  ];
}

function textOf(bag: Bag, path: string): string | null {
  const bytes = bag.texts.get(path);
  return bytes === undefined ? null : decodeTagFile(bytes);
}

function readTag<T>(
  bag: Bag,
  path: string,
  read: (text: string) => ReadTagFile<T>,
  nothing: T,
): ReadTagFile<T> {
  const text = textOf(bag, path);
  if (text !== null) return read(text);
  const fault: Localized = bag.texts.has(path)
    ? { zh: '不是无 BOM 的 UTF-8 文本', en: 'it is not UTF-8 text without byte order mark' }
    : { zh: '文件过大', en: 'it is too large' };
  return { value: nothing, faults: [fault] };
}
