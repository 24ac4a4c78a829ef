import { useState } from 'react';
import type { MethodInput } from '../../main/contract/api.ts';
import type { LetterPreview, TemplatePreview } from '../../main/contract/letter-preview.ts';
import { usePausedAnswer } from './use-paused-answer.ts';

/** The faults of what is being written, and the last pages that it made. */
export interface LivePreview {
  readonly faults: TemplatePreview['faults'];
  readonly preview: LetterPreview | null;
  /** Whether what is shown is of the text as it stands. */
  readonly isCurrent: boolean;
  readonly error: Error | null;
}

/** Makes the pages of a template being written after each pause; while there are faults, the pages stay as they were before them. */
export function useTemplatePreview(input: MethodInput<'templates.preview'> | null): LivePreview {
  const { data, isCurrent, error } = usePausedAnswer('templates.preview', input);
  const [preview, setPreview] = useState<LetterPreview | null>(null);
  const newest = data?.preview ?? null;
  if (newest !== null && newest !== preview) setPreview(newest);
  return { faults: data?.faults ?? [], preview: newest ?? preview, isCurrent, error };
}
