import type { FormPlacement, SuggestedField } from '../../main/contract/forms.ts';
import { useClient } from '../client/client-context.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { useAnswer } from '../dossier/use-answer.ts';
import { useText } from '../text/use-text.ts';
import { unfinished, type PageSize, type Place } from './form-places.ts';
import { FormSheet } from './form-sheet.tsx';

/** The blank form with its places, or filled in with made-up data. */
export type Showing = 'places' | 'sample' | 'longest' | 'shortest';

interface FormPagesProps {
  readonly letter: string;
  readonly version: number;
  /** From 1. */
  readonly page: number;
  readonly size: PageSize;
  readonly showing: Showing;
  readonly placement: FormPlacement;
  readonly suggestions: readonly SuggestedField[];
  readonly selected: string | null;
  readonly nameOf: (place: Place) => string;
  readonly onSelect: (id: string) => void;
  readonly onChange: (id: string, place: Place, goesOn?: boolean) => void;
  readonly onRemove: (id: string) => void;
  readonly onTake: (suggestion: SuggestedField) => void;
}

/** One page of a form: to place things on, or as it is filled in. */
export function FormPages(props: FormPagesProps) {
  const { letter, version, page, size, showing, placement, suggestions, ...places } = props;
  const t = useText('forms');
  const { bridge } = useClient();
  const blank = useAnswer('forms.page', showing === 'places' ? { letter, version, page, maxPx: 1600 } : null);
  const isReady = unfinished(placement).length === 0;
  const filled = useAnswer(
    'forms.preview',
    showing === 'places' || !isReady
      ? null
      : { letter, version, placement, data: showing, pictures: true, dpi: 120 },
  );
  const error = blank.error ?? filled.error;
  const picture = filled.data?.pages[page - 1];
  if (error !== null) return <FailureNotice error={error} />;
  if (showing !== 'places') {
    if (!isReady) return <p className="soft">{t('showing.notReady')}</p>;
    return picture === undefined ? (
      <p className="soft">{t('making')}</p>
    ) : (
      <div className="form-sheet" style={{ aspectRatio: `${size.widthMm} / ${size.heightMm}` }}>
        <img src={bridge.artifactUrl(picture.artifact)} alt={t('showing.alt', { page })} />
      </div>
    );
  }
  if (blank.data === null) return <p className="soft">{t('making')}</p>;
  return (
    <FormSheet
      url={bridge.artifactUrl(blank.data.artifact)}
      alt={t('page.alt', { page })}
      size={size}
      places={[...placement.fields, ...placement.guides].filter((one) => one.page === page)}
      suggestions={suggestions.filter((one) => one.page === page)}
      {...places}
    />
  );
}
