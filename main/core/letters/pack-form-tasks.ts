import type { FormGuide, FormPlacement } from '../../contract/forms.ts';
import type { Localized } from '../../contract/language.ts';
import { sealOfIndividual, type SheetTask } from './pack-plan.ts';

/** What is to be done with each page of a letter on the platform's form: by its guides where they are placed, else as the form says. */
export function formTasks(
  title: Localized,
  { guides }: Pick<FormPlacement, 'guides'>,
  pages: number,
  { party, isIndividual }: { readonly party: string; readonly isIndividual: boolean },
): readonly SheetTask[] {
  const hasGuides = guides.length > 0;
  const { inPlace, asAsked } = isIndividual ? individual : sealsOf(party);
  return Array.from({ length: pages }, (_, index): SheetTask => {
    const own = index + 1;
    const here = guides.filter(({ page }) => page === own);
    const isLast = own === pages;
    return {
      title: {
        zh: `《${title.zh}》（平台格式）第 ${own} 页，共 ${pages} 页`,
        en: `${title.en} (the platform’s form), page ${own} of ${pages}`,
      },
      signs: told([
        ...of(here, 'signature', '签字处', 'signature'),
        ...of(here, 'fingerprint', '按红色手印', 'a red fingerprint'),
      ]),
      seal: hasGuides
        ? told(here.filter(({ kind }) => kind === 'seal').map(() => inPlace))
        : isLast
          ? asAsked
          : null,
      handwriting: told(of(here, 'date', '写日期', 'the date')),
      scan: {
        zh: '平台格式没有方码，扫描后手动放到本函',
        en: 'the platform’s form bears no code: put the scan under its letter by hand',
      },
      caution: null,
    };
  });
}

/** What is told of the seal where a guide shows its place, and where only the form itself does. */
interface SealWords {
  readonly inPlace: Localized;
  readonly asAsked: Localized;
}

const sealsOf = (party: string): SealWords => ({
  inPlace: { zh: `在标出的位置盖“${party}”公章`, en: `the seal of “${party}” in its place` },
  asAsked: {
    zh: `按格式上的要求签字、盖“${party}”公章`,
    en: `sign, and seal of “${party}”, as the form asks`,
  },
});

const individual: SealWords = {
  inPlace: sealOfIndividual,
  asAsked: {
    zh: `按格式上的要求签字；${sealOfIndividual.zh}`,
    en: `sign as the form asks; ${sealOfIndividual.en}`,
  },
};

const of = (
  guides: readonly FormGuide[],
  kind: FormGuide['kind'],
  zh: string,
  en: string,
): readonly Localized[] =>
  guides
    .filter((guide) => guide.kind === kind)
    .map(({ label }) => (label === undefined ? { zh, en } : { zh: label, en: `“${label}”` }));

const told = (parts: readonly Localized[]): Localized | null =>
  parts.length === 0
    ? null
    : { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') };
