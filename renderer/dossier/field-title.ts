import { useCallback } from 'react';
import { fields as zhFields } from '../text/zh/fields.ts';
import { useText, type Say } from '../text/use-text.ts';
import { useSessionState } from './session-context.tsx';

type KnownField = keyof typeof zhFields;

const isKnown = (field: string): field is KnownField => Object.hasOwn(zhFields, field);

/** Titles of requirements and rules, as the report gives them. */
interface Titled {
  readonly requirements: readonly {
    readonly id: string;
    readonly title: string;
    readonly fields: readonly string[];
  }[];
}

/**
 * What people call a field: its own name, the title of the requirement that it holds, the name of the field around
 * it; a file keeps its path.
 */
export function fieldTitle(field: string, t: Say<'fields'>, report: Titled | null): string {
  if (isKnown(field)) return t(field);
  const requirement = report?.requirements.find(
    (one) => one.fields.includes(field) || `documents.${one.id}` === field || `letters.${one.id}` === field,
  );
  if (requirement !== undefined) return requirement.title;
  const parts = field.split('.');
  if (field.includes('/')) return field;
  for (let length = parts.length - 1; length > 0; length -= 1) {
    const around = parts.slice(0, length).join('.');
    if (isKnown(around)) return t(around);
  }
  return field;
}

/** Names fields in the language of the page, with the titles of the open dossier's report. */
export function useFieldTitle(): (field: string) => string {
  const t = useText('fields');
  const { report } = useSessionState();
  return useCallback((field) => fieldTitle(field, t, report), [t, report]);
}
