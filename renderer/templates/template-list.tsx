import type { TemplateSummary } from '../../main/contract/templates.ts';
import { PageHeading } from '../components/page-heading.tsx';
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
      </div>
    </>
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
