import '@mantine/core/styles/CloseButton.layer.css';
import '@mantine/core/styles/Input.layer.css';
import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './search.module.css';

interface SearchBoxProps {
  q: string;
  onSearch: (q: string) => void;
}

/** Searches as one types, after a short rest, and at once on Enter. */
export function SearchBox({ q, onSearch }: SearchBoxProps) {
  const { t } = useTranslation('library');
  const [typed, setTyped] = useState(q);
  const wanted = typed.trim();
  useEffect(() => {
    if (wanted === q) return undefined;
    const timer = setTimeout(() => onSearch(wanted), 350);
    return () => clearTimeout(timer);
  }, [wanted, q, onSearch]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch(wanted);
  };
  const clear = () => {
    setTyped('');
    onSearch('');
  };
  return (
    <form role="search" className={classes.box} onSubmit={submit}>
      <TextInput
        type="search"
        size="lg"
        radius="lg"
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        leftSection={<IconSearch size={20} aria-hidden />}
        rightSection={typed !== '' && <CloseButton aria-label={t('search.clear')} onClick={clear} />}
        maxLength={200}
      />
    </form>
  );
}
