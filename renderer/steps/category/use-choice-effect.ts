import { useState } from 'react';
import type { MethodOutput } from '../../../main/contract/api.ts';
import type { Requirement } from '../../../main/contract/report.ts';
import { useSessionState } from '../../dossier/session-context.tsx';
import type { Answer } from '../../dossier/use-answer.ts';
import { useLanguage } from '../../shell/language-context.tsx';
import { isCounted } from '../../dossier/step-states.ts';
import { changesBetween, type Changes } from './changes-between.ts';

interface Known {
  readonly choices: string;
  readonly language: string;
  readonly requirements: readonly Requirement[];
}

/**
 * What the last choice or answer added and spared, also when it was taken back; null before the first. Requirements are
 * compared once what was chosen is saved and they are known anew.
 */
export function useChoiceEffect(needed: Answer<MethodOutput<'requirements.list'>>): Changes | null {
  const { saving, data } = useSessionState();
  const { language } = useLanguage();
  const { platform, track, categories, applicant, facts } = data.document;
  const [known, setKnown] = useState<Known | null>(null);
  const [effect, setEffect] = useState<Changes | null>(null);
  const requirements = needed.data?.requirements;
  const isSettled = saving.kind === 'saved' && !needed.isLoading && needed.error === null;
  if (requirements !== undefined && isSettled && requirements !== known?.requirements) {
    const choices = JSON.stringify([platform, track, categories, applicant, facts]);
    setKnown({ choices, language, requirements });
    // Names in the other language say nothing any more.
    if (known !== null && known.language !== language) setEffect(null);
    else if (known !== null && known.choices !== choices) {
      setEffect(changesBetween(known.requirements.filter(isCounted), requirements.filter(isCounted)));
    }
  }
  return effect;
}
