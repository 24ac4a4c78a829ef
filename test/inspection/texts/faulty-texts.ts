import type { CorpusCase } from '../corpus-case.ts';
import { agreementFaults } from './agreement-faults.ts';
import { agreementNames, fieldsOf, policyFacts } from './clean-texts.ts';
import { makers, type Maker } from './companies.ts';
import { faultyFields } from './faulty-fields.ts';
import { fillText, partsOf, readTemplate } from './fill-text.ts';
import { policyFaults } from './policy-faults.ts';
import { formats, writeText, type Format } from './write-text.ts';

const makerOf = (index: number): Maker => makers[index % makers.length] ?? makers[0]!; // Safe: there are companies.

let turn = 0;
const faultyPolicies = policyFaults.flatMap((fault) =>
  fault.of.map((name): CorpusCase => {
    const index = turn++;
    // A linked name needs a format that has links; the others take their turn.
    const format: Format =
      fault.kind === 'policy-void-link'
        ? ((['md', 'html', 'docx'] as const)[index % 2] ?? 'md')
        : (formats[index % formats.length] ?? 'md');
    const path = `texts/privacy.${format}`;
    return {
      id: `${fault.kind}/${fault.as.replaceAll(' ', '-')}-${name}-${format}`,
      role: 'policy',
      defects: [{ kind: fault.kind, at: [path, 'app.privacyPolicy'] }],
      clean: [],
      async make(studio, random) {
        const maker = makerOf(index);
        const template = readTemplate('policies', name);
        const known = partsOf(template);
        const changes = Object.fromEntries(
          Object.entries(fault.changes ?? {}).filter(
            ([part]) => part !== 'permissions' || known.includes(part),
          ),
        );
        const filled = fillText(template, maker, random, changes);
        const text = fault.replace?.(filled, maker) ?? filled;
        if (text === fillText(template, maker, random) && fault.facts?.['personalised-ads'] !== true)
          throw new Error('nothing was changed');
        return {
          fields: { ...fieldsOf(maker, { ...policyFacts(name), ...fault.facts }), 'app.privacyPolicy': path },
          files: new Map([[path, await writeText(text, format, studio)]]),
        };
      },
    };
  }),
);

const faultyAgreements = agreementFaults.flatMap((fault) =>
  agreementNames.map((name): CorpusCase => {
    const index = turn++;
    const format = formats[index % formats.length] ?? 'md';
    const path = `texts/terms.${format}`;
    return {
      id: `${fault.kind}/${fault.as.replaceAll(' ', '-')}-${name}-${format}`,
      role: 'agreement',
      defects: [{ kind: fault.kind, at: [path, 'app.terms'] }],
      clean: [],
      async make(studio, random) {
        const maker = makerOf(index);
        const filled = fillText(readTemplate('agreements', name), maker, random, fault.changes);
        const text = fault.replace?.(filled, maker) ?? filled;
        return {
          fields: {
            ...fieldsOf(
              maker,
              fault.isOpenPlatform === true ? {} : { game: 'none', 'random-draw': false, ...fault.facts },
            ),
            ...(fault.isOpenPlatform === true
              ? { platform: 'tencent-open-platform', track: null, categories: ['tool'], facts: null }
              : {}),
            'app.terms': path,
          },
          files: new Map([[path, await writeText(text, format, studio)]]),
        };
      },
    };
  }),
);

/** Texts and lists with one thing missing or wrong. */
export const faultyTexts: readonly CorpusCase[] = [...faultyPolicies, ...faultyAgreements, ...faultyFields];
