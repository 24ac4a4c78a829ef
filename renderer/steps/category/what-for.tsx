import { Radio } from 'antd';
import type { MethodOutput } from '../../../main/contract/api.ts';
import { useSession, useSessionState } from '../../dossier/session-context.tsx';
import { useUndoNotice } from '../../components/undo-notice.tsx';
import { Sheet } from '../../form/sheet.tsx';
import { useText } from '../../text/use-text.ts';
import { NotCovered } from './not-covered.tsx';

export type PlatformChoice = MethodOutput<'rulebook.platforms'>['platforms'][number];

interface WhatForProps {
  readonly platforms: readonly PlatformChoice[];
  readonly platform: PlatformChoice;
}

const applicants = ['company', 'individual'] as const;

/** Platform, track and applicant. What the rules do not cover yet cannot be chosen, and says so. */
export function WhatFor({ platforms, platform }: WhatForProps) {
  const t = useText('category');
  const session = useSession();
  const tell = useUndoNotice();
  const { document: shown } = useSessionState().data;
  const choose = (field: readonly string[], value: string): void => {
    session.edit(field, value);
    void session.flush();
  };
  /** Categories and tracks are the platform's own: those that the other one does not know are dropped with it. */
  const move = (id: string): void => {
    const next = platforms.find((one) => one.id === id);
    if (next === undefined) return;
    const before = { platform: shown.platform, track: shown.track ?? null, categories: shown.categories };
    const after = {
      platform: next.id,
      track: next.tracks.find((one) => one.id === shown.track)?.id ?? next.tracks[0]?.id ?? null,
      categories: shown.categories.filter((one) => next.categories.some((other) => other.id === one)),
    };
    const put = (values: typeof before): void => {
      for (const [field, value] of Object.entries(values)) session.edit([field], value);
      void session.flush();
    };
    put(after);
    if (after.categories.length < before.categories.length)
      tell({ message: t('platform.moved', { platform: next.title }), undo: () => put(before) });
  };
  return (
    <Sheet title={t('where.title')}>
      <div className="what-for">
        <fieldset id="field-platform">
          <legend className="field-label">{t('platform')}</legend>
          <Radio.Group
            name="platform"
            value={shown.platform}
            onChange={(event) => move(String(event.target.value))}
          >
            {platforms.map((one) => {
              const isCovered = one.categories.some((category) => category.covered);
              return (
                <Radio key={one.id} value={one.id} disabled={!isCovered && shown.platform !== one.id}>
                  {one.title}
                  {isCovered ? null : <NotCovered />}
                </Radio>
              );
            })}
          </Radio.Group>
        </fieldset>
        {platform.tracks.length === 0 ? null : (
          <fieldset id="field-track">
            <legend className="field-label">{t('track')}</legend>
            <p className="field-hint">{t('track.hint')}</p>
            <Radio.Group
              name="track"
              value={shown.track}
              onChange={(event) => choose(['track'], String(event.target.value))}
            >
              {platform.tracks.map((one) => (
                <Radio key={one.id} value={one.id} disabled={!one.covered && shown.track !== one.id}>
                  {one.title}
                  {one.covered ? null : <NotCovered />}
                </Radio>
              ))}
            </Radio.Group>
          </fieldset>
        )}
        <fieldset id="field-applicant.kind">
          <legend className="field-label">{t('applicant')}</legend>
          <Radio.Group
            name="applicant"
            value={shown.applicant?.kind ?? 'company'}
            onChange={(event) => choose(['applicant', 'kind'], String(event.target.value))}
            options={applicants.map((one) => ({ value: one, label: t(`applicant.${one}`) }))}
          />
        </fieldset>
      </div>
    </Sheet>
  );
}
