import { describe, expect, test } from 'vitest';
import { Failure } from '../../../main/contract/failure.ts';
import { allCommands } from '../../../main/hosts/cli/commands/all-commands.ts';
import { parseCommandLine, usageOf } from '../../../main/hosts/cli/parse-command-line.ts';

const parse = (...argv: string[]) => parseCommandLine(argv, allCommands);

const refusal = (...argv: string[]): { readonly message: string; readonly hint: string } => {
  try {
    parse(...argv);
  } catch (error) {
    if (error instanceof Failure && error.code === 'wrong-use') return error.in('zh');
    throw error;
  }
  throw new Error(`${argv.join(' ')} was taken`);
};

test('every command of the interface is there', () => {
  expect(allCommands.map((command) => command.name).sort()).toEqual(
    ['init', 'categories', 'facts', 'requirements', 'statements', 'policy', 'identities', 'read', 'check', 'fix', 'pages', 'purpose', 'letters', 'letters-batch', 'print-pack', 'file', 'history', 'import', 'library', 'rejection', 'retention', 'deadlines', 'bundle', 'verify', 'rules', 'explain', 'template', 'form', 'serve'].sort(), // prettier-ignore
  );
});

test('words, options and the global options come apart in any order', () => {
  const request = parse(
    '--lang',
    'en',
    'bundle',
    '--out=a.zip',
    'my dossier',
    '--today',
    '2026-02-28',
    '--draft',
  );
  if (request.kind !== 'run') throw new Error(request.kind);
  expect(request.command.name).toBe('bundle');
  expect(request.language).toBe('en');
  expect(request.today).toBe('2026-02-28');
  expect(request.format).toBe('human');
  expect(request.given.requiredWord('DIR')).toBe('my dossier');
  expect(request.given.text('out')).toBe('a.zip');
  expect(request.given.flag('draft')).toBe(true);
});

test('after -- everything is a word, even with a hyphen in front', () => {
  const request = parse('file', 'd', '--', '-scan.pdf', '--help');
  if (request.kind !== 'run') throw new Error(request.kind);
  expect(request.given.words('SCANS')).toEqual(['-scan.pdf', '--help']);
});

test('options that may be repeated keep every value in order', () => {
  const request = parse('requirements', 'd', '--fact', 'a=true', '--fact=b=x=y');
  if (request.kind !== 'run') throw new Error(request.kind);
  expect(request.given.texts('fact')).toEqual(['a=true', 'b=x=y']);
});

describe('wrong use names what was given and what may have been meant', () => {
  test.each([
    [['chek', 'd'], '「chek」', 'yinqi check'],
    [['check', 'd', '--formt', 'json'], '「--formt」', '--format'],
    [['check', 'd', '--format', 'jsn'], '「jsn」', 'json'],
    [['bundle', 'd', '--format', 'sarif', '--out', 'x'], '「sarif」', 'human、json'],
    [['check', 'd', '--lang', 'cn'], '「cn」', 'zh'],
    [['check', 'd', '--today', '2026-02-30'], '「2026-02-30」', '2026-03-01'],
    [['check', 'd', '--today', 'today'], '「today」', '年-月-日'],
    [['check'], 'DIR', 'yinqi check DIR'],
    [['file', 'd'], 'SCANS', 'yinqi file DIR SCANS…'],
    [['check', 'a', 'b'], '「b」', 'yinqi check DIR'],
    [['bundle', 'd', '--out'], '--out', '--out=FILE.zip'],
    [['bundle', 'd', '--out', '--draft'], '--out', '--out=FILE.zip'],
    [['bundle', 'd', '--out='], '--out', '--out=FILE.zip'],
    [['bundle', 'd', '--draft=yes'], '「yes」', '--draft'],
    [['-x'], '「-x」', 'yinqi --help'],
    [['check', 'd', '--constructor'], '「--constructor」', 'yinqi check --help'],
  ])('%j', (argv, found, wanted) => {
    const { message, hint } = refusal(...argv);
    expect(message).toContain(found);
    expect(hint).toContain(wanted);
  });
});

test('control characters in what was given are made visible, not sent to the terminal', () => {
  expect(refusal('che\u001b[2Jck', 'd').message).not.toContain('\u001b');
});

test('help and version are asked for in any of the usual ways', () => {
  expect(parse()).toMatchObject({ kind: 'help', command: null });
  expect(parse('--help')).toMatchObject({ kind: 'help', command: null });
  expect(parse('-h', '--lang', 'en')).toMatchObject({ kind: 'help', command: null, language: 'en' });
  expect(parse('help')).toMatchObject({ kind: 'help', command: null });
  expect(parse('help', 'check')).toMatchObject({ kind: 'help', command: { name: 'check' } });
  expect(parse('check', '--help')).toMatchObject({ kind: 'help', command: { name: 'check' } });
  expect(parse('check', '-h')).toMatchObject({ kind: 'help', command: { name: 'check' } });
  expect(parse('--version')).toMatchObject({ kind: 'version' });
});

test('the usage line shows what is required and what is not', () => {
  const usage = (name: string): string =>
    allCommands
      .filter((command) => command.name === name)
      .map(usageOf)
      .join('');
  expect(usage('bundle')).toBe(
    'yinqi bundle DIR --out FILE.zip [--draft] [--encrypt] [--passphrase-file FILE] [--redacted] [--without-unused] [--by NAME]',
  );
  expect(usage('init')).toBe('yinqi init DIR [--category ID]… [--track T] [--platform ID]');
});
