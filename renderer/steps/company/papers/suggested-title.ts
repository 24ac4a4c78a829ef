import { useFieldTitle } from '../../../dossier/field-title.ts';
import { useText } from '../../../text/use-text.ts';

/** Names a field that a paper speaks of; a party's by its place on the form. */
export function useSuggestedTitle(): (field: string) => string {
  const titleOf = useFieldTitle();
  const t = useText('companyForm');
  return (field) => {
    const [area, index, key] = field.split('.');
    if (area !== 'parties') return titleOf(field);
    const party = t('party', { number: Number(index) + 1 });
    const name =
      key === 'name' || key === 'identifier' || key === 'representative' ? t(`party.${key}`) : (key ?? '');
    return `${party} ${name}`;
  };
}
