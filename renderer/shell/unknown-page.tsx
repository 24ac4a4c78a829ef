import { Button } from 'antd';
import { PageHeading } from '../components/page-heading.tsx';
import { useText } from '../text/use-text.ts';

/** An address that leads nowhere. */
export function UnknownPage() {
  const t = useText('shell');
  return (
    <>
      <PageHeading title={t('unknown.title')} lead={t('unknown.text')} />
      <Button type="primary" href="#/">
        {t('crash.home')}
      </Button>
    </>
  );
}
