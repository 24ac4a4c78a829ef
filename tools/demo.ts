import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { buildIfNeeded } from './build-if-needed.ts';

const root = join(import.meta.dirname, '..');
const work = join(root, 'out', 'demo');
const dossier = join(work, 'dossier');
const today = '2026-11-22';

let number = 0;

/** The beginning and the end of a long text, with what was left out between them. */
function shortened(text: string): string {
  const lines = text.split('\n');
  const [first, last] = [40, 8];
  const left = lines.length - first - last;
  if (left < first) return text;
  return [
    ...lines.slice(0, first),
    `    … 略去 ${left} 行，运行上面的命令看全部 …`,
    ...lines.slice(-last),
  ].join('\n');
}

/** Shows one step of the way and runs it with the built command line; ends the demo when it fails. */
function step(title: string, ...args: readonly string[]): string {
  number += 1;
  const shown = ['yinqi', ...args].map((arg) => (arg.startsWith(root) ? relative(root, arg) : arg)).join(' ');
  process.stdout.write(`\n━━ ${number}. ${title}\n$ ${shown}\n\n`);
  const result = spawnSync(
    process.execPath,
    [join(root, 'out', 'main', 'yinqi.js'), ...args, '--today', today],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      encoding: 'utf8',
      maxBuffer: 64 << 20,
    },
  );
  process.stdout.write(result.status === 0 ? shortened(result.stdout) : result.stdout);
  if (result.status !== 0) {
    process.stdout.write(`\n演示在这一步停下（退出码 ${result.status ?? '无'}）：${title}\n`);
    process.exit(result.status ?? 1);
  }
  return result.stdout;
}

buildIfNeeded();
rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
cpSync(join(root, 'resources', 'sample'), dossier, { recursive: true });

const bundle = join(work, '样例纪要-材料包.zip');
step('有哪些业务类目（category）', 'categories');
step('哪些问题会改变所需材料（facts）', 'facts', dossier);
step('需要哪些材料，为什么（requirements）', 'requirements', dossier);
step('某一条规定说了什么（explain）', 'explain', 'compliance/4.1-4');
step('生成待签字盖章的函件（letters）', 'letters', dossier, '--out', join(work, 'letters'));
step('把盖章扫描件归到函件（file）', 'file', dossier, join(dossier, 'papers', 'publishing-commitment-signed.pdf'), join(dossier, 'papers', 'authorisation-letter-signed.pdf')); // prettier-ignore
step('机器能改的地方（fix，只说不改）', 'fix', dossier);
step('检查全部材料（check）', 'check', dossier);
step('有时限的事项（deadlines）', 'deadlines', dossier);
step('导出材料包（bundle）', 'bundle', dossier, '--out', bundle);
const word = step('校验材料包（verify）', 'verify', bundle);

process.stdout.write(`\n材料包：${bundle}\n校验结果：${word.trim().split('\n')[0] ?? ''}\n`);
