import { Button } from 'antd';
import { useText } from '../../text/use-text.ts';

interface ShowMoreFilesProps {
  readonly more: number;
  readonly shown: number;
  readonly count: number;
  readonly onMore: () => void;
}

/** Shows the next files of a long list; nothing where all are shown. */
export function ShowMoreFiles({ more, shown, count, onMore }: ShowMoreFilesProps) {
  const t = useText('files');
  return more === 0 ? null : <Button onClick={onMore}>{t('showMore', { more, shown, count })}</Button>;
}
