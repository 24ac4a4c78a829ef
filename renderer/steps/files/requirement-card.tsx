import type { Requirement } from '../../../main/contract/report.ts';
import { ClauseLinks } from '../../components/clause-links.tsx';
import { useExplain } from '../../components/explain-panel.tsx';
import { useFieldTitle } from '../../dossier/field-title.ts';
import { hrefForField } from '../../dossier/jump-to-field.ts';
import { useSession, useSessionState } from '../../dossier/session-context.tsx';
import { hrefOf } from '../../shell/routes.ts';
import { useText } from '../../text/use-text.ts';
import { countToLookAt } from './cards.ts';
import { NeedsBranch } from './needs-branch.tsx';
import { filesOf, holdsSeveral } from './slot.ts';
import { SlotFiles } from './slot-files.tsx';
import { StatusTag } from './status-tag.tsx';
import type { Inspections } from './use-inspections.ts';

interface RequirementCardProps {
  readonly requirement: Requirement;
  readonly byId: ReadonlyMap<string, Requirement>;
  readonly inspections: Inspections;
  /** Stands inside the card of a group. */
  readonly isPart?: boolean;
}

/** One requirement: what it is, why, how it stands, and its files; a group holds its parts. */
export function RequirementCard({ requirement, byId, inspections, isPart = false }: RequirementCardProps) {
  const session = useSession();
  const { report } = useSessionState();
  const t = useText('files');
  const explain = useExplain();
  const { platform } = useSessionState().data.document;
  const { id, title, because, cites, status, needs, facts, fields } = requirement;
  const Heading = isPart ? 'h4' : 'h3';
  const guidance = (report?.findings ?? []).find((one) => one.rule === id && fields.includes(one.at));
  const ofGroup = (report?.findings ?? []).find((one) => needs !== undefined && one.rule === id);
  const toLookAt = status === 'ok' ? countToLookAt(requirement, byId, report?.findings ?? []) : 0;
  const missing = status === 'missing' || status === 'invalid' ? (guidance ?? ofGroup) : undefined;
  return (
    <article
      className={isPart ? 'files-part' : 'files-card'}
      aria-labelledby={`requirement-${id}`}
      {...(fields.length === 1 ? {} : { id: `field-documents.${id}` })}
    >
      <header className="files-head">
        <Heading id={`requirement-${id}`}>{title}</Heading>
        <StatusTag requirement={requirement} />
        {toLookAt === 0 ? null : (
          <span className="files-status files-status-open">{t('toLookAt', { count: toLookAt })}</span>
        )}
        {isPart ? (
          <button
            type="button"
            className="link-button small"
            aria-label={t('explainOf', { title })}
            onClick={() => explain(id, platform)}
          >
            {t('explain')}
          </button>
        ) : null}
      </header>
      <div className="files-why">
        {/* A part's own reason is its group's: what it is for is explained on demand. */}
        {isPart && missing === undefined ? null : <p className="small soft">{missing?.message ?? because}</p>}
        {isPart ? null : <ClauseLinks cites={cites} />}
        {status === 'open' ? <OpenQuestion dossier={session.id} facts={facts ?? []} /> : null}
        {requirement.kind === 'letter' ? <LettersLink dossier={session.id} letter={id} /> : null}
      </div>
      {needs === undefined ? (
        <Places requirement={requirement} inspections={inspections} />
      ) : (
        <NeedsBranch
          needs={needs}
          byId={byId}
          renderLeaf={(part) =>
            part.partOf === id ? (
              <RequirementCard requirement={part} byId={byId} inspections={inspections} isPart />
            ) : (
              <PartElsewhere part={part} byId={byId} />
            )
          }
        />
      )}
    </article>
  );
}

interface PartElsewhereProps {
  readonly part: Requirement;
  readonly byId: ReadonlyMap<string, Requirement>;
}

/** A part that stands in another group or by itself as well: it is put in there, once. */
function PartElsewhere({ part, byId }: PartElsewhereProps) {
  const t = useText('files');
  const session = useSession();
  const { id, title, partOf, fields } = part;
  const group = partOf === undefined ? title : (byId.get(partOf)?.title ?? title);
  return (
    <div className="files-part">
      <p className="files-head">
        <span className="files-elsewhere">{title}</span>
        <StatusTag requirement={part} />
      </p>
      <p className="small">
        <a href={hrefForField(session.id, fields[0] ?? `documents.${id}`)}>{t('elsewhere', { group })}</a>
      </p>
    </div>
  );
}

/** The way to where a letter is printed. */
function LettersLink({ dossier, letter }: { readonly dossier: string; readonly letter: string }) {
  const t = useText('files');
  return (
    <p className="small">
      <a href={hrefOf({ page: 'dossier', dossier, step: 'letters', focus: `letters.${letter}` })}>
        {t('lettersGo')}
      </a>
    </p>
  );
}

function OpenQuestion({ dossier, facts }: { readonly dossier: string; readonly facts: readonly string[] }) {
  const t = useText('files');
  const [first] = facts;
  if (first === undefined) return null;
  return (
    <p className="small">
      <a href={hrefForField(dossier, `facts.${first}`)}>{t('openAnswer')}</a>
    </p>
  );
}

interface PlacesProps {
  readonly requirement: Requirement;
  readonly inspections: Inspections;
}

/** The fields of a requirement without parts; previews have one for each kind of device. */
function Places({ requirement, inspections }: PlacesProps) {
  const t = useText('files');
  const titleOf = useFieldTitle();
  const { data } = useSessionState();
  const { id, kind, title, fields } = requirement;
  return (
    <>
      {fields.map((field) => {
        const name = fields.length > 1 ? titleOf(field) : title;
        const isEmpty = filesOf(data.document, field).length === 0;
        const label = isEmpty ? 'dropLabel' : holdsSeveral(field) ? 'dropMore' : 'dropReplace';
        return (
          <div key={field} className="files-place">
            {fields.length > 1 ? <p className="files-place-name">{name}</p> : null}
            <SlotFiles
              field={field}
              label={t(label, { title: name })}
              hint={t(kind === 'asset' ? 'dropHintPicture' : 'dropHintPaper')}
              inspections={inspections}
              carriesPurpose={requirement.carriesPurpose === true}
              shownByCard={[id, requirement.partOf ?? id]}
            />
          </div>
        );
      })}
    </>
  );
}
