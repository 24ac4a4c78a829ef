import { Button, Radio } from 'antd';
import { useState } from 'react';
import type { Finding } from '../../../main/contract/report.ts';
import type { Level } from '../../../main/contract/rulebook.ts';
import { byWeight, FindingList } from '../../components/finding-list.tsx';
import { hrefForField, stepOfField } from '../../dossier/jump-to-field.ts';
import { useSession } from '../../dossier/session-context.tsx';
import { hrefOf, steps } from '../../shell/routes.ts';
import { useText } from '../../text/use-text.ts';
import { questionsWithoutAnswer, waitsForAnswer, waitsForStatement } from './waiting-findings.ts';

type Filter = 'all' | Level;

const isFilter = (value: unknown): value is Filter =>
  value === 'all' || value === 'error' || value === 'warning' || value === 'notice';

/** Every finding by the step where it is mended, with jumps; filtered by level. */
export function FindingsPanel({ findings }: { readonly findings: readonly Finding[] }) {
  const t = useText('review');
  const dossierText = useText('dossier');
  const session = useSession();
  const [filter, setFilter] = useState<Filter>('all');
  const shown = findings.filter(({ level }) => filter === 'all' || level === filter);
  const statements = shown.filter(waitsForStatement);
  const questions = questionsWithoutAnswer(shown);
  const [question] = questions;
  const listed = shown.filter((one) => !waitsForStatement(one) && !waitsForAnswer(one));
  const countOf = (level: Level): number => findings.filter((one) => one.level === level).length;
  return (
    <section className="review-section" aria-labelledby="review-findings">
      <div className="row-between">
        <h2 id="review-findings">{t('findingsTitle')}</h2>
        <Radio.Group
          aria-label={t('filterLabel')}
          optionType="button"
          value={filter}
          onChange={(event) => {
            const next: unknown = event.target.value;
            if (isFilter(next)) setFilter(next);
          }}
          options={[
            { value: 'all', label: `${t('filterAll')} ${findings.length}` },
            { value: 'error', label: `${t('countError')} ${countOf('error')}` },
            { value: 'warning', label: `${t('countWarning')} ${countOf('warning')}` },
            { value: 'notice', label: `${t('countNotice')} ${countOf('notice')}` },
          ]}
        />
      </div>
      {shown.length === 0 ? (
        <p className="soft">{t(findings.length === 0 ? 'findingsNone' : 'findingsNoneLevel')}</p>
      ) : null}
      {steps.map((step) => {
        const ofStep = listed.filter(({ at }) => stepOfField(at) === step);
        if (ofStep.length === 0) return null;
        const name = dossierText(`step.${step}`);
        return (
          <section key={step} className="findings-step" aria-labelledby={`findings-${step}`}>
            <header className="row-between">
              <h3 id={`findings-${step}`}>
                {name} <span className="findings-count">{t('stepCount', { count: ofStep.length })}</span>
              </h3>
              {step === 'review' ? null : (
                <a className="small" href={hrefOf({ page: 'dossier', dossier: session.id, step })}>
                  {t('stepGo', { step: name })}
                </a>
              )}
            </header>
            <SomeFindings findings={ofStep} dossier={session.id} />
          </section>
        );
      })}
      {question === undefined ? null : (
        <div className="findings-step row-between">
          <p>{t('findingsQuestions', { count: questions.length })}</p>
          <a className="small" href={hrefForField(session.id, question)}>
            {t('findingsToQuestions')}
          </a>
        </div>
      )}
      {statements.length === 0 ? null : (
        <div className="findings-step row-between">
          <p>{t('findingsStatements', { count: statements.length })}</p>
          <button
            type="button"
            className="link-button small"
            onClick={() => {
              const heading = document.getElementById('review-statements');
              heading?.scrollIntoView({ block: 'start' });
              heading?.focus({ preventScroll: true });
            }}
          >
            {t('findingsToStatements')}
          </button>
        </div>
      )}
    </section>
  );
}

/** More than this many of one step are folded away, the heaviest first. */
const atFirst = 6;

function SomeFindings({
  findings,
  dossier,
}: {
  readonly findings: readonly Finding[];
  readonly dossier: string;
}) {
  const t = useText('review');
  const [isWhole, setWhole] = useState(false);
  // Folding away a single one would save nothing.
  const shown = isWhole || findings.length <= atFirst + 1 ? findings : byWeight(findings).slice(0, atFirst);
  return (
    <>
      <FindingList findings={shown} dossier={dossier} showJump />
      {shown.length === findings.length ? null : (
        <Button onClick={() => setWhole(true)}>{t('findingsShow', { count: findings.length })}</Button>
      )}
    </>
  );
}
