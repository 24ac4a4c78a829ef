import type { Clause } from './clause.ts';
import { isPartyVariable } from './party-variables.ts';
import { parseTemplate, type LetterTemplate } from './template.ts';
import { tryTemplate } from './try-template.ts';
import { variableTitle } from './variable-title.ts';

/** A letter of nothing but the clause. */
const source = (id: string): string => `---
id: letter
title: { zh: 函, en: Letter }
requirement: letter
version: 1.0.0
cites: [letter]
needs: []
asks: []
seal: null
---
{% clause "${id}" %}
`;

/** Makes a letter of a clause alone to see what only making it shows. Throws Failures, each with file and line. */
export function tryClause(clause: Clause): void {
  const clauses = { names: [clause.id], usable: new Map([[clause.id, clause]]), faults: new Map() };
  const template = parseTemplate(source(clause.id), clause.fileName, clause.origin, clauses);
  tryTemplate({ ...template, needs: needsOf(template) }, null);
}

/** Every text that it prints is there: whether a letter asks for it is that letter's to say. */
const needsOf = ({ wording }: LetterTemplate): LetterTemplate['needs'] =>
  wording.variables
    .filter(
      (variable) =>
        /^(company|app)\.(?!permissions|searchKeywords)/.test(variable) || isPartyVariable(variable),
    )
    .map((field) => ({ field, title: variableTitle(field) }));
