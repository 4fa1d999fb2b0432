import '@mantine/core/styles/Input.layer.css';
import { Button, Skeleton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAbilities } from '../../room-context';
import { errorKey } from '../../ui/error-words';
import classes from './people.module.css';
import { GuestList } from './guest-list';
import { HandQueue } from './hand-queue';
import { PersonRow } from './person-row';
import { RoomTools } from './room-tools';
import { usePeople } from './use-people';

/** Who is here: staff first, with a search. */
export function PeoplePanel() {
  const { t } = useTranslation('room');
  const [search, setSearch] = useState('');
  const { moderate } = useAbilities();
  const { list, more, error, loadMore, reload } = usePeople(search);
  return (
    <div className={classes.panel}>
      <TextInput
        type="search"
        aria-label={t('people.search')}
        placeholder={t('people.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {error && (
        <p className={classes.note} role="alert">
          {t(errorKey(error))}
        </p>
      )}
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('people.list')}>
        {moderate && (
          <>
            <RoomTools />
            <HandQueue />
            <GuestList />
          </>
        )}
        {!list && !error && <Shapes />}
        <ul className={classes.list}>
          {list?.map((person) => (
            <PersonRow key={person.id} person={person} onChanged={reload} />
          ))}
        </ul>
        {list?.length === 0 && <p className={classes.note}>{t(search ? 'people.nobodyFound' : 'people.empty')}</p>}
        {more && (
          <Button size="compact-sm" variant="subtle" onClick={loadMore}>
            {t('people.more')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Shapes() {
  return [1, 2, 3, 4].map((row) => <Skeleton key={row} height={36} mb={8} radius="md" />);
}
