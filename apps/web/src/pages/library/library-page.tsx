import { Anchor, Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useMe } from '../../session/use-me';
import { PageHeading } from '../../ui/page-heading';
import { Found } from './found';
import { SearchBox } from './search-box';
import { useLibrarySearch } from './use-library-search';

export function LibraryPage() {
  const { t } = useTranslation('library');
  const search = useLibrarySearch();
  const { hasAccount } = useMe();
  const contribute = hasAccount && (
    <Button component={Link} to="/contribute" variant="default" leftSection={<IconPlus size={18} />}>
      {t('contribute.action')}
    </Button>
  );
  const text = (
    <>
      {t('text')}{' '}
      <Anchor component={Link} to="/library/partners" inherit>
        {t('partners.link')}
      </Anchor>
    </>
  );
  return (
    <>
      <PageHeading title={t('title')} text={text} actions={contribute} />
      <SearchBox q={search.q} onSearch={search.look} />
      <Found search={search} />
    </>
  );
}
