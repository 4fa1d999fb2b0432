import { MultiSelect, type OptionsFilter } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn, offeredLanguages, ownName } from './names';

interface LanguagesFieldProps {
  label: string;
  description?: string;
  placeholder: string;
  nothingFound: string;
  value: string[];
  onChange: (tags: string[]) => void;
  error?: string | undefined;
}

/** Languages stand by their own names, and are found by those and by the names in the page's language. */
export function LanguagesField({ nothingFound, placeholder, error, ...props }: LanguagesFieldProps) {
  const { i18n } = useTranslation();
  const [search, setSearch] = useState('');
  const tags = useMemo(() => [...new Set([...offeredLanguages, ...props.value])], [props.value]);
  const data = useMemo(() => tags.map((value) => ({ value, label: ownName(value) })), [tags]);
  const filter: OptionsFilter = ({ options, search }) => {
    const wanted = search.trim().toLocaleLowerCase();
    const names = (tag: string) => [tag, ownName(tag), nameIn(tag, i18n.language) ?? ''];
    const fits = (tag: string) => names(tag).some((name) => name.toLocaleLowerCase().includes(wanted));
    return options.filter((option) => 'value' in option && fits(option.value));
  };
  return (
    <MultiSelect
      {...props}
      data={data}
      filter={filter}
      searchable
      searchValue={search}
      onSearchChange={setSearch}
      // Enter takes what was looked for; where nothing was, it sends the form.
      selectFirstOptionOnChange={search !== ''}
      clearSearchOnChange
      hidePickedOptions
      required
      size="md"
      placeholder={props.value.length === 0 ? placeholder : ''}
      nothingFoundMessage={nothingFound}
      error={error}
      maxValues={20}
    />
  );
}
