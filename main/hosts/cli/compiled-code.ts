import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { crc32 } from 'node:zlib';

/** Where compiled code is kept: one file for a command, whose `key` changes with the program and with V8. */
export interface CompiledPlace {
  readonly folder: string;
  readonly command: string;
  readonly key: string;
}

const fileOf = ({ command, key }: CompiledPlace): string => `${command}.${key}`;

/** Reads compiled code as it was written; null where there is none, or not the same bytes any more. */
export function readCompiled(place: CompiledPlace): Buffer | null {
  let bytes;
  try {
    bytes = readFileSync(join(place.folder, fileOf(place)));
  } catch {
    // It only saves time: without it the program is the same.
    return null;
  }
  const code = bytes.subarray(0, -4);
  return bytes.length > 4 && crc32(code) === bytes.readUInt32LE(code.length) ? code : null;
}

/** Keeps compiled code, whole or not at all, in place of what the command had for other programs. Nothing is said where it cannot be. */
export function writeCompiled(place: CompiledPlace, code: Buffer): void {
  const { folder, command } = place;
  const name = fileOf(place);
  if (!isMade(folder)) return;
  const part = join(folder, `.${name}.${process.pid}`);
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32(code));
  try {
    writeFileSync(part, Buffer.concat([code, sum]), { mode: 0o600 });
    renameSync(part, join(folder, name));
    for (const other of readdirSync(folder)) {
      if (other.startsWith(`${command}.`) && other !== name) rmSync(join(folder, other), { force: true });
    }
  } catch {
    // As with reading it: the next run compiles what it needs.
    rmSync(part, { force: true });
  }
}

/** Whether a folder is there or could be made, each by itself: Node's own way of making several never ends on /proc. */
function isMade(folder: string): boolean {
  if (existsSync(folder)) return true;
  try {
    if (dirname(folder) === folder || !isMade(dirname(folder))) return false;
    mkdirSync(folder);
    return true;
  } catch {
    // It only saves time: without it the program is the same.
    return existsSync(folder);
  }
}
