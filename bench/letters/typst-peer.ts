import { dirname } from 'node:path';
import { loadPeer, type StartPeer } from './peer.ts';
import { page, type } from './page-measures.ts';

interface Compiler {
  pdf(source: { readonly mainFileContent: string }): Buffer;
}
interface TypstPackage {
  readonly NodeCompiler: {
    create(options: {
      readonly workspace: string;
      readonly fontArgs: readonly { readonly fontPaths: readonly string[] }[];
    }): Compiler;
  };
}

/** Text as Typst has it in quotation marks: nothing in it is markup. */
const quoted = (text: string): string => `#"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** Typst, compiled to a Node addon; its compiler is kept, as a program that makes letters would. */
export const startTypst: StartPeer = async ({ peersFolder, fontFile, scratch }) => {
  // Safe: the part of the package's own declarations that is used here.
  const { NodeCompiler } = loadPeer(peersFolder, '@myriaddreamin/typst-ts-node-compiler') as TypstPackage;
  const compiler = NodeCompiler.create({
    workspace: scratch,
    fontArgs: [{ fontPaths: [dirname(fontFile)] }],
  });
  const setting = [
    `#set page(width: ${page.widthPt}pt, height: ${page.heightPt}pt, margin: (x: ${page.sidePt}pt, top: ${page.topPt}pt, bottom: ${page.bottomPt}pt), numbering: "1 / 1")`,
    `#set text(font: "Noto Serif SC", size: ${type.bodyPt}pt, lang: "zh", region: "cn", top-edge: 0.88em, bottom-edge: -0.12em)`,
    `#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: ${type.pitchPt - type.bodyPt}pt, spacing: ${type.pitchPt - type.bodyPt}pt)`,
  ].join('\n');
  return {
    make: async ({ title, paragraphs, signature }) =>
      compiler.pdf({
        mainFileContent: [
          setting,
          `#align(center, text(size: ${type.titlePt}pt)[${quoted(title)}])`,
          ...paragraphs.map(quoted),
          `#align(right)[${signature.map(quoted).join(' \\ ')}]`,
        ].join('\n\n'),
      }),
  };
};
