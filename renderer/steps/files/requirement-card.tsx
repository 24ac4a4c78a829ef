import type { ReactNode } from 'react';
import type { Requirement } from '../../../main/contract/report.ts';
import { ClauseLinks } from '../../components/clause-links.tsx';
import { useFieldTitle } from '../../dossier/field-title.ts';
import { hrefForField } from '../../dossier/jump-to-field.ts';
import { useSession, useSessionState } from '../../dossier/session-context.tsx';
import { useText } from '../../text/use-text.ts';
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
  /** What else to say, such as where a letter is printed. */
  readonly aside?: ReactNode;
}

/** One requirement: what it is, why, how it stands, and its files; a group holds its parts. */
export function RequirementCard({
  requirement,
  byId,
  inspections,
  isPart = false,
  aside,
}: RequirementCardProps) {
  const session = useSession();
  const { report } = useSessionState();
  const { id, title, because, cites, status, needs, facts, fields } = requirement;
  const Heading = isPart ? 'h4' : 'h3';
  const guidance = (report?.findings ?? []).find((one) => one.rule === id && fields.includes(one.at));
  const ofGroup = (report?.findings ?? []).find((one) => needs !== undefined && one.rule === id);
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
      </header>
      <div className="files-why">
        <p className="small soft">{missing?.message ?? because}</p>
        <ClauseLinks cites={cites} />
        {status === 'open' ? <OpenQuestion dossier={session.id} facts={facts ?? []} /> : null}
        {aside}
      </div>
      {needs === undefined ? (
        <Places requirement={requirement} inspections={inspections} />
      ) : (
        <NeedsBranch
          needs={needs}
          byId={byId}
          renderLeaf={(part) => (
            <RequirementCard requirement={part} byId={byId} inspections={inspections} isPart />
          )}
        />
      )}
    </article>
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
              shownByCard={[id, requirement.partOf ?? id]}
            />
          </div>
        );
      })}
    </>
  );
}
