import { Button } from 'antd';
import { useState } from 'react';
import type { Finding } from '../../../main/contract/report.ts';
import { FindingList } from '../../components/finding-list.tsx';
import { useSession } from '../../dossier/session-context.tsx';
import { useText } from '../../text/use-text.ts';

const atFirst = 5;

/** What stands in the way of the export, each with a jump to where it is mended. */
export function BlockersPanel({ blockers }: { readonly blockers: readonly Finding[] }) {
  const t = useText('bundle');
  const session = useSession();
  const [isWhole, setWhole] = useState(false);
  if (blockers.length === 0) {
    return (
      <section className="bundle-ready" aria-labelledby="bundle-ready">
        <h2 id="bundle-ready">{t('readyTitle')}</h2>
        <p>{t('readyText')}</p>
      </section>
    );
  }
  const shown = isWhole ? blockers : blockers.slice(0, atFirst);
  return (
    <section className="bundle-blocked" aria-labelledby="bundle-blocked">
      <h2 id="bundle-blocked">{t('blockersTitle', { count: blockers.length })}</h2>
      <p className="soft">{t('blockersLead')}</p>
      <FindingList findings={shown} dossier={session.id} showJump />
      {shown.length === blockers.length ? null : (
        <Button onClick={() => setWhole(true)}>{t('blockersShow', { count: blockers.length })}</Button>
      )}
    </section>
  );
}
