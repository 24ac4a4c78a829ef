import { useCallback } from 'react';
import type { CompanyField } from '../../main/contract/kept-companies.ts';
import { useText } from '../text/use-text.ts';

/** Says the name of a company's field in the language of the page. */
export function useCompanyFieldTitle(): (field: CompanyField) => string {
  const t = useText('companies');
  const fields = useText('fields');
  return useCallback(
    (field) => (field === 'seal' ? t('field.seal') : fields(`company.${field}`)),
    [t, fields],
  );
}
