import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The oldest Node that can run the program: package.json's `engines`. */
const needed = [22, 14] as const;

/** Whether a Node of this version can run the program. */
export function isCurrentNode(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > needed[0] || (major === needed[0] && minor >= needed[1]);
}

/**
 * Under a Node that is too old (`node out/main/yinqi.js` where the system's is), runs the same words under the
 * Node that came with the installation and answers true; without one, says what to do. False: go on here.
 */
export async function runUnderCurrentNode(argv: readonly string[]): Promise<boolean> {
  if (isCurrentNode(process.versions.node)) return false;
  const own = installedNode(dirname(fileURLToPath(import.meta.url)));
  if (own === undefined) {
    process.stderr.write(
      `错误：印齐需要 Node ${needed.join('.')} 或更新版本，现在运行的是 ${process.versions.node}\n` +
        '建议：在项目文件夹里运行 npm ci，再用 npx yinqi\n' +
        `Error: Yinqi needs Node ${needed.join('.')} or newer; this is ${process.versions.node}\n` +
        'Hint: run npm ci in the project folder, then npx yinqi\n',
    );
    process.exitCode = 2;
    return true;
  }
  // Loaded here alone: it takes a tenth of a start that does not need it.
  const { spawn } = await import('node:child_process');
  const child = spawn(own, [process.argv[1] ?? '', ...argv], { stdio: 'inherit' });
  // The terminal sends Ctrl+C to both: the child ends in its own time and this process after it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (signal !== 'SIGINT') child.kill(signal);
    });
  }
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 70);
  });
  return true;
}

/** The `node` package's program in the nearest node_modules above a folder. */
function installedNode(from: string): string | undefined {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  for (let folder = from; dirname(folder) !== folder; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', 'node', 'bin', name);
    if (existsSync(candidate)) return candidate;
  }
  return undefined;
}
