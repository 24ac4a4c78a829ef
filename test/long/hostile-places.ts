import { execFileSync } from 'node:child_process';
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** Something that stands where the dossier names a file, made in its folder; `outside` is a folder that nothing may touch. */
export interface HostilePlace {
  readonly kind: string;
  /** What the dossier names. */
  readonly name: string;
  make(folder: string, outside: string): void;
}

/** A file of this size that takes no room on the disk, with a beginning of some type. */
function sparse(path: string, sizeBytes: number, head: Uint8Array | string): void {
  const file = openSync(path, 'w');
  try {
    writeSync(file, Buffer.from(head));
    ftruncateSync(file, sizeBytes);
  } finally {
    closeSync(file);
  }
}

const pngHead = Buffer.from('89504e470d0a1a0a0000000d49484452000000800000008008060000', 'hex');
const heads: readonly (readonly [string, Uint8Array | string])[] = [
  ['png', pngHead],
  ['jpg', Buffer.from('ffd8ffe000104a464946000101', 'hex')],
  ['heic', '\0\0\0\x18ftypheic\0\0\0\0mif1heic'],
  ['pdf', '%PDF-1.7\n'],
  ['docx', 'PK\x03\x04 word/document.xml'],
  ['zip', 'PK\x03\x04'],
  ['txt', '隐私政策\n'],
  ['bin', ''],
];
/** Over what is read at all, just under it, over what is opened, and just under that. */
const sizes = [4_000_000_000, 2_147_483_648, 1_999_000_000, 101_000_000, 99_000_000];

/** Names that break lines, turn the order of letters round, are too long or mean something else elsewhere. */
const names: readonly string[] = [
  'line\nbreak.png',
  'carriage\rreturn.pdf',
  'tab\tname.txt',
  'escape\u001b[31mred.png',
  'bell\u0007.png',
  'right\u202egnp.exe',
  'isolate\u2066\u2069.png',
  'left\u200e\u200fmark.pdf',
  '\ufeffbom.png',
  'zero\u200bwidth.png',
  'e\u0301accent.png',
  '𠮷田🀄️.png',
  '执照（副本）　最终版.png',
  'CON.png',
  'aux.txt',
  'NUL',
  'COM1.pdf',
  'trailing. ',
  'colon:stream.png',
  'question?.png',
  'quote".png',
  "it's.png",
  'percent%00.png',
  '$(touch hacked).png',
  '-rf.png',
  ' space.png',
  '.hidden.png',
  'back\\slash.png',
  'dossier.yaml.png',
  `${'长'.repeat(83)}a.png`,
  `${'n'.repeat(251)}.png`,
  `${'n'.repeat(300)}.png`,
  `${'deep/'.repeat(120)}end.png`,
  '__proto__',
  'constructor.png',
  '\ud800alone.png',
  '../outside.png',
  '/etc/passwd',
  'a/../../b.png',
  './/a.png',
  '',
];

/** What is no regular file, leads elsewhere, is huge and empty, or has a hostile name. */
export function hostilePlaces(picture: Uint8Array): readonly HostilePlace[] {
  const links: readonly HostilePlace[] = [
    { kind: 'link', name: 'loop.png', make: (folder) => symlinkSync('loop.png', join(folder, 'loop.png')) },
    { kind: 'link', name: 'one.png', make: (folder) => {
      symlinkSync('two.png', join(folder, 'one.png'));
      symlinkSync('one.png', join(folder, 'two.png'));
    } },
    { kind: 'link', name: 'outside.png', make: (folder, outside) => symlinkSync(join(outside, 'sentinel.png'), join(folder, 'outside.png')) },
    { kind: 'link', name: 'away/sentinel.png', make: (folder, outside) => symlinkSync(outside, join(folder, 'away')) },
    { kind: 'link', name: 'round/round/round/a.png', make: (folder) => {
      symlinkSync('.', join(folder, 'round'));
      writeFileSync(join(folder, 'a.png'), picture);
    } },
    { kind: 'link', name: 'nowhere.png', make: (folder) => symlinkSync('gone.png', join(folder, 'nowhere.png')) },
    ...['zero', 'random', 'null', 'tty', 'full'].map((device) => ({ kind: 'device', name: `${device}.png`, make: (folder: string) => symlinkSync(`/dev/${device}`, join(folder, `${device}.png`)) })),
    { kind: 'device', name: 'memory.txt', make: (folder) => symlinkSync('/proc/self/mem', join(folder, 'memory.txt')) },
    { kind: 'device', name: 'status.txt', make: (folder) => symlinkSync('/proc/self/status', join(folder, 'status.txt')) },
    { kind: 'pipe', name: 'pipe.png', make: (folder) => execFileSync('mkfifo', [join(folder, 'pipe.png')]) },
    { kind: 'pipe', name: 'pipe.docx', make: (folder) => execFileSync('mkfifo', [join(folder, 'pipe.docx')]) },
    { kind: 'folder', name: 'folder.png', make: (folder) => mkdirSync(join(folder, 'folder.png')) },
    { kind: 'folder', name: 'folder.docx', make: (folder) => mkdirSync(join(folder, 'folder.docx')) },
    { kind: 'missing', name: 'missing.png', make: () => undefined },
    { kind: 'missing', name: 'no/such/folder.png', make: () => undefined },
  ]; // prettier-ignore
  return [
    ...links,
    ...sizes.flatMap((sizeBytes) =>
      heads.map(([ending, head]) => ({
        kind: 'sparse',
        name: `sparse-${sizeBytes}.${ending}`,
        make: (folder: string) => sparse(join(folder, `sparse-${sizeBytes}.${ending}`), sizeBytes, head),
      })),
    ),
    ...names.map((name) => ({
      kind: 'name',
      name,
      make: (folder: string) => putNamed(folder, name, picture),
    })),
  ];
}

/** Writes under a hostile name where the system allows it; elsewhere the dossier names what cannot be. */
function putNamed(folder: string, name: string, bytes: Uint8Array): void {
  const path = join(folder, name);
  if (!path.startsWith(join(folder, '/')) || path === folder) return;
  try {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, bytes);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code !== 'ENAMETOOLONG' && code !== 'EINVAL' && code !== 'ENOENT' && code !== 'EISDIR') throw error;
  }
}
