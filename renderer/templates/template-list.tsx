import type { TemplateSummary } from '../../main/contract/templates.ts';
import { FailureNotice } from '../components/failure-notice.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { useAnswer } from '../dossier/use-answer.ts';
import { hrefOf } from '../shell/routes.ts';
import { useText } from '../text/use-text.ts';

/** Every letter's wording with whose it is and its version; letters before notices. */
export function TemplateList({ templates }: { readonly templates: readonly TemplateSummary[] }) {
  const t = useText('templates');
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <div className="stack-wide">
        {(['letter', 'notice'] as const).map((kind) => {
          const some = templates.filter((one) => one.kind === kind);
          return some.length === 0 ? null : (
            <section key={kind} className="stack-tight" aria-labelledby={`templates-${kind}`}>
              <h2 id={`templates-${kind}`}>{t(`kind.${kind}`)}</h2>
              <ul className="template-list">
                {some.map((template) => (
                  <TemplateRow key={template.letter} template={template} />
                ))}
              </ul>
            </section>
          );
        })}
        <ClauseList />
      </div>
    </>
  );
}

/** The clauses that letters share: changed once, for all of them. */
function ClauseList() {
  const t = useText('templates');
  const answer = useAnswer('clauses.list', {});
  const clauses = answer.data?.clauses ?? [];
  if (answer.error !== null) return <FailureNotice error={answer.error} onRetry={answer.reload} />;
  return clauses.length === 0 ? null : (
    <section className="stack-tight" aria-labelledby="templates-clauses">
      <h2 id="templates-clauses">{t('insert.clauses')}</h2>
      <p className="small soft">{t('insert.clausesLead')}</p>
      <ul className="template-list">
        {clauses.map(({ clause, title, inUse, letters }) => (
          <li key={clause} className="template-row">
            <a href={hrefOf({ page: 'clauses', clause })} className="break">
              {title}
            </a>
            <span className="template-row-aside small">
              <span className="faint">{t('clauses.usedBy', { count: letters.length })}</span>
              <span
                className={
                  inUse?.origin === 'team' ? 'template-origin template-origin-team' : 'template-origin'
                }
              >
                {inUse === null
                  ? t('list.unusable')
                  : t(`origin.${inUse.origin}`, { version: inUse.version })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function TemplateRow({ template }: { readonly template: TemplateSummary }) {
  const t = useText('templates');
  const { letter, title, inUse, versions } = template;
  const faulty = versions.filter(({ faults }) => faults.length > 0);
  return (
    <li className="template-row">
      <a href={hrefOf({ page: 'templates', letter })} className="break">
        {title}
      </a>
      <span className="template-row-aside small">
        {faulty.length === 0 ? null : (
          <span className="letter-fault">
            {t('list.faulty', { versions: faulty.map(({ version }) => version).join(', ') })}
          </span>
        )}
        {versions.length < 2 ? null : (
          <span className="faint">{t('list.versions', { count: versions.length })}</span>
        )}
        <span
          className={inUse?.origin === 'team' ? 'template-origin template-origin-team' : 'template-origin'}
        >
          {inUse === null ? t('list.unusable') : t(`origin.${inUse.origin}`, { version: inUse.version })}
        </span>
      </span>
    </li>
  );
}
