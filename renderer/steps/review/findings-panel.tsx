import { Radio } from 'antd';
import { useState } from 'react';
import type { Finding } from '../../../main/contract/report.ts';
import type { Level } from '../../../main/contract/rulebook.ts';
import { isFoundIn } from '../../components/find-in-text.ts';
import { byWeight, FindingList } from '../../components/finding-list.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { ShowMore } from '../../components/show-more.tsx';
import { useFirstOfList } from '../../components/use-first-of-list.ts';
import { useFieldTitle } from '../../dossier/field-title.ts';
import { hrefForField, stepOfField } from '../../dossier/jump-to-field.ts';
import { useSession } from '../../dossier/session-context.tsx';
import { hrefOf, steps, type Step } from '../../shell/routes.ts';
import { useText } from '../../text/use-text.ts';
import { questionsWithoutAnswer, waitsForAnswer, waitsForStatement } from './waiting-findings.ts';

type Filter = 'all' | Level;

const isFilter = (value: unknown): value is Filter =>
  value === 'all' || value === 'error' || value === 'warning' || value === 'notice';

const isStep = (value: string): value is Step => steps.some((step) => step === value);

/** Every finding by the step where it is mended, with jumps; filtered by level, step and words. */
export function FindingsPanel({ findings }: { readonly findings: readonly Finding[] }) {
  const t = useText('review');
  const dossierText = useText('dossier');
  const session = useSession();
  const [filter, setFilter] = useState<Filter>('all');
  const titleOf = useFieldTitle();
  const [place, setPlace] = useState<Step | 'all'>('all');
  const [typed, setTyped] = useState('');
  const shown = findings.filter(
    ({ level, at, message, cites, rule }) =>
      (filter === 'all' || level === filter) &&
      (place === 'all' || stepOfField(at) === place) &&
      isFoundIn(typed, [message, titleOf(at), at, rule, ...cites]),
  );
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
      {findings.length === 0 ? null : (
        <div className="row findings-filter">
          <SearchField
            label={t('findingsSearch')}
            hint={t('findingsSearchHint')}
            value={typed}
            onChange={setTyped}
            found={t('findingsFound', { count: shown.length })}
          />
          <label className="findings-place">
            <span className="field-label">{t('findingsStep')}</span>
            <select
              value={place}
              onChange={({ target }) => setPlace(isStep(target.value) ? target.value : 'all')}
            >
              <option value="all">{t('filterAll')}</option>
              {steps
                .filter((step) => step === place || findings.some(({ at }) => stepOfField(at) === step))
                .map((step) => (
                  <option key={step} value={step}>
                    {dossierText(`step.${step}`)}
                  </option>
                ))}
            </select>
          </label>
        </div>
      )}
      {shown.length === 0 ? (
        <p className="soft">{t(findings.length === 0 ? 'findingsNone' : 'findingsNoneShown')}</p>
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

/** More than this many of one step are folded away, the heaviest first; each press shows as many as one looks through. */
const atFirst = 6;
const atATime = 50;

function SomeFindings({
  findings,
  dossier,
}: {
  readonly findings: readonly Finding[];
  readonly dossier: string;
}) {
  const t = useText('review');
  const first = useFirstOfList(findings.length, { atFirst, atATime });
  const { shown, more } = first;
  const isWhole = shown === findings.length;
  return (
    <>
      <FindingList
        findings={isWhole ? findings : byWeight(findings).slice(0, shown)}
        dossier={dossier}
        showJump
      />
      <ShowMore first={first} label={t('findingsShow', { more, shown, count: findings.length })} />
    </>
  );
}
