import { useEffect, useState } from 'react';
import type { FactQuestion } from '../../../main/contract/rulebook-view.ts';
import type { FactAnswer } from '../../../main/contract/dossier.ts';
import { CallCancelled } from '../../client/call-error.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { useSavedRevision, useSession } from '../../dossier/session-context.tsx';
import { useLanguage } from '../../shell/language-context.tsx';
import { useText } from '../../text/use-text.ts';
import type { Changes } from './changes-between.ts';
import { ChangesLine } from './changes-line.tsx';
import { isGiven, possibleAnswers, type PossibleAnswer } from './what-if-answers.ts';

interface WhatIfProps {
  readonly question: FactQuestion;
  readonly given: FactAnswer | undefined;
}

/** What is tried, and under which circumstances. */
interface Asked {
  readonly fact: string;
  readonly toTry: readonly PossibleAnswer[];
  readonly revision: number;
  readonly language: string;
}

/** What each answer would add to what is asked for, and what it would spare: asked one by one while it is shown. */
export function WhatIf({ question, given }: WhatIfProps) {
  const t = useText('category');
  const session = useSession();
  const { language } = useLanguage();
  const revision = useSavedRevision();
  const [found, setFound] = useState<ReadonlyMap<string, Changes>>(new Map());
  const [error, setError] = useState<Error | null>(null);
  const answers = possibleAnswers(question, given);
  const toTry = answers.filter((one) => !isGiven(one.answer, given));
  const asked = JSON.stringify({ fact: question.id, toTry, revision, language } satisfies Asked);

  useEffect(() => {
    const call = new AbortController();
    const run = async (): Promise<void> => {
      const changes = new Map<string, Changes>();
      // Safe: it was written down above, to compare what is asked by value.
      const { fact, toTry: some } = JSON.parse(asked) as Asked;
      for (const { key, answer } of some) {
        const reply = await session.client.call(
          'requirements.list',
          { dossier: session.id, assume: { [fact]: answer } },
          { signal: call.signal },
        );
        if (reply.changes !== undefined) changes.set(key, reply.changes);
      }
      if (call.signal.aborted) return;
      setFound(changes);
      setError(null);
    };
    run().catch((reason: unknown) => {
      if (call.signal.aborted || reason instanceof CallCancelled) return;
      setError(reason instanceof Error ? reason : new Error(String(reason)));
    });
    return () => call.abort();
  }, [session, asked]);

  if (error !== null) return <FailureNotice error={error} />;
  return (
    <dl className="what-if" aria-live="polite">
      {answers.map(({ key, answer, title }) => {
        const changes = found.get(key);
        const words =
          typeof title === 'string' ? title : t(title.word === 'none' ? 'facts.noneOfThese' : title.word);
        return (
          <div key={key}>
            <dt>{t('whatIf.answer', { answer: words })}</dt>
            <dd>
              {isGiven(answer, given) ? (
                t('whatIf.given')
              ) : changes === undefined ? (
                t('whatIf.working')
              ) : (
                <ChangesLine changes={changes} />
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
