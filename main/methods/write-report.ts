import type { MethodOutput } from '../contract/api.ts';
import { entryName } from '../core/bundle/entry-name.ts';
import { layOut } from '../core/letters/lay-out.ts';
import { faceFor } from '../core/letters/printable.ts';
import { deadlinesOf } from '../core/review/deadlines.ts';
import { reportDocument } from '../core/review/report-document.ts';
import type { World } from '../world.ts';
import type { CallContext } from '../world/call-context.ts';
import type { OpenDossier } from '../world/dossier-store.ts';
import { judgeOpenDossier } from './judge-open-dossier.ts';

/** Judges a dossier and writes the report of it as PDF: to the granted file, whole or not at all, or as an artifact. */
export async function writeReport(
  world: World,
  open: OpenDossier,
  target: string | undefined,
  context: CallContext,
): Promise<MethodOutput<'review.report'>> {
  const { document } = open;
  const { report, rulebook } = await judgeOpenDossier(world, open, context);
  const date = world.today();
  const fonts = await world.fonts();
  const tree = reportDocument({
    document,
    report,
    rulebook,
    deadlines: deadlinesOf(rulebook, document, date),
    language: context.language,
    date,
    software: { name: 'Yinqi 印齐', version: world.about.version },
    canPrint: (character) => faceFor(character, 'serif', fonts) !== null,
  });
  const pages = await layOut(tree, fonts, (code) => world.codes.encode(code));
  const app = entryName(document.app?.name ?? '', 24, context.language === 'zh' ? '未命名应用' : 'app');
  const fileName = `${tree.title}-${app}-${date.replaceAll('-', '')}.pdf`;
  const pack = { document: pages, placed: [], files: new Map() };
  const made = { pages: pages.pages.length };
  if (target !== undefined) {
    const { absolutePath, name } = world.grants.resolve(target);
    await world.packs.write(absolutePath, pack, context);
    return { fileName: name, ...made };
  }
  const { artifact, absolutePath } = await world.artifacts.reserve(fileName, 'application/pdf');
  await world.packs.write(absolutePath, pack, context);
  return { artifact, fileName, ...made };
}
