import { Button, Input, Select } from 'antd';
import type { TemplateSummary } from '../../main/contract/templates.ts';
import { useText } from '../text/use-text.ts';
import { isVersion } from './version-line.ts';

interface VersionBarProps {
  /** The version that is being changed. */
  readonly read: Pick<TemplateSummary['versions'][number], 'origin' | 'version'>;
  readonly versions: TemplateSummary['versions'];
  /** The version under which it would be saved. */
  readonly version: string;
  readonly isChanged: boolean;
  readonly canSave: boolean;
  /** The version that was saved last on this page. */
  readonly saved: string | null;
  readonly lead: string;
  readonly onFrom: (version: string) => void;
  readonly onVersion: (version: string) => void;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

/** Which version is changed, which it becomes, and what becomes of what was written. */
export function VersionBar({
  read,
  versions,
  version,
  isChanged,
  canSave,
  saved,
  lead,
  onFrom,
  onVersion,
  onSave,
  onDiscard,
}: VersionBarProps) {
  const t = useText('templates');
  return (
    <>
      <div className="template-bar">
        <div className="row">
          <label htmlFor="template-from" className="small">
            {t('edit.from')}
          </label>
          <Select
            id="template-from"
            className="template-from"
            value={`${read.origin}:${read.version}`}
            disabled={isChanged}
            onChange={onFrom}
            options={versions.map((one) => ({
              value: `${one.origin}:${one.version}`,
              label: t(`origin.${one.origin}`, { version: one.version }),
            }))}
          />
        </div>
        <div className="row">
          <label htmlFor="template-version" className="small">
            {t('edit.version')}
          </label>
          <Input
            id="template-version"
            className="template-version"
            value={version}
            autoComplete="off"
            {...(isVersion(version) ? {} : { status: 'error' as const, 'aria-invalid': true })}
            onChange={(event) => onVersion(event.target.value)}
          />
          <Button type="primary" disabled={!isChanged || !canSave || !isVersion(version)} onClick={onSave}>
            {t('edit.save')}
          </Button>
        </div>
      </div>
      <div className="row template-state">
        <p className="small soft" role="status">
          {saved !== null && !isChanged
            ? t('edit.saved', { version: saved })
            : isChanged
              ? t('edit.kept')
              : lead}
        </p>
        {isChanged ? (
          <button type="button" className="link-button small" onClick={onDiscard}>
            {t('edit.discard')}
          </button>
        ) : null}
      </div>
    </>
  );
}
