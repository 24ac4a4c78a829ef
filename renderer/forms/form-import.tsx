import { useState } from 'react';
import { Checkbox } from 'antd';
import { useClient } from '../client/client-context.tsx';
import { DropZone } from '../components/drop-zone.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { useWork } from '../components/use-work.ts';
import { useText } from '../text/use-text.ts';

interface FormImportProps {
  readonly letter: string;
  /** Whether another version is there whose places can be taken over. */
  readonly hasEarlier: boolean;
  readonly onImported: (version: number) => void;
}

/** Takes in the platform's PDF as a letter's form. */
export function FormImport({ letter, hasEarlier, onImported }: FormImportProps) {
  const t = useText('forms');
  const client = useClient();
  const [keepFields, setKeepFields] = useState(true);
  const [remarks, setRemarks] = useState<readonly string[]>([]);
  const work = useWork();
  const take = (file: File): Promise<void> =>
    work.run(async ({ signal }) => {
      const grant = await client.grantFile(file);
      const input = { letter, file: grant, ...(hasEarlier && keepFields ? { keepFields } : {}) };
      const imported = await client.call('forms.import', input, { signal });
      setRemarks(imported.isNew ? imported.remarks : [t('import.same', { version: imported.version })]);
      onImported(imported.version);
    });
  return (
    <div className="stack-tight">
      <DropZone
        label={t(hasEarlier ? 'import.another' : 'import.drop')}
        hint={t('import.hint')}
        busy={work.progress !== null}
        onFiles={([file]) => {
          if (file !== undefined) void take(file);
        }}
      />
      {hasEarlier ? (
        <Checkbox checked={keepFields} onChange={(event) => setKeepFields(event.target.checked)}>
          {t('import.keepFields')}
        </Checkbox>
      ) : null}
      {remarks.map((remark) => (
        <p key={remark} className="small soft" role="status">
          {remark}
        </p>
      ))}
      {work.error === null ? null : <FailureNotice error={work.error} />}
    </div>
  );
}
