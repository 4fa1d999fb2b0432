import { useTranslation } from 'react-i18next';
import { PageHeading } from '../../ui/page-heading';
import { Found } from './found';
import { SearchBox } from './search-box';
import { useLibrarySearch } from './use-library-search';

export function LibraryPage() {
  const { t } = useTranslation('library');
  const search = useLibrarySearch();
  return (
    <>
      <PageHeading title={t('title')} text={t('text')} />
      <SearchBox q={search.q} onSearch={search.look} />
      <Found search={search} />
    </>
  );
}
