import type { EditableCue } from '@lectern/contracts';
import { ActionIcon } from '@mantine/core';
import { IconArrowMerge, IconPlayerPlay, IconPlus, IconSeparatorHorizontal, IconTrash } from '@tabler/icons-react';
import { memo, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ownName } from '../../../languages/names';
import { toClock } from './clock';
import { flawOf, isUnsure } from './draft';
import classes from './editor.module.css';
import type { EditorCommand } from './keys';
import { TimeField } from './time-field';

export interface CueActions {
  edit: (id: string, part: Partial<Omit<EditableCue, 'id'>>) => void;
  obey: (command: EditorCommand, id: string, caret: number) => void;
}

interface CueEditorProps {
  cue: EditableCue;
  isActive: boolean;
  isLast: boolean;
  /** Where cues of several languages stand side by side. */
  showsLanguage: boolean;
  actions: CueActions;
}

/** Remembered: of a long transcript only the cue that changes is drawn again. */
export const CueEditor = memo(function CueEditor(props: CueEditorProps) {
  const { cue, isActive, isLast, showsLanguage, actions } = props;
  const { t } = useTranslation('library');
  const text = useRef<HTMLTextAreaElement>(null);
  const flaw = flawOf(cue);
  const obey = (command: EditorCommand) => actions.obey(command, cue.id, text.current?.selectionStart ?? 0);
  const isNew = cue.text === '' && cue.speaker === '';
  return (
    <li className={classes.cue} aria-current={isActive ? 'true' : undefined} data-cue={cue.id}>
      <div className={classes.facts}>
        <Tool command="cue" onDo={obey}>
          <IconPlayerPlay size={18} />
        </Tool>
        <TimeField
          label={t('editor.start', { time: toClock(cue.start) })}
          value={cue.start}
          isWrong={flaw === 'times'}
          onChange={(start) => actions.edit(cue.id, { start })}
        />
        <TimeField
          label={t('editor.end', { time: toClock(cue.end) })}
          value={cue.end}
          isWrong={flaw === 'times'}
          onChange={(end) => actions.edit(cue.id, { end })}
        />
        <input
          className={classes.speaker}
          dir="auto"
          aria-label={t('editor.speaker')}
          aria-invalid={flaw === 'speaker' || undefined}
          placeholder={t('editor.speaker')}
          value={cue.speaker}
          maxLength={120}
          list="lectern-speakers"
          onChange={(event) => actions.edit(cue.id, { speaker: event.currentTarget.value })}
        />
      </div>
      <textarea
        ref={text}
        className={classes.text}
        dir="auto"
        lang={cue.language ?? undefined}
        rows={2}
        aria-label={t('editor.text', { time: toClock(cue.start), speaker: cue.speaker })}
        aria-invalid={(flaw === 'text' && !isNew) || undefined}
        placeholder={t('editor.textPlaceholder')}
        value={cue.text}
        maxLength={2_000}
        onChange={(event) => actions.edit(cue.id, { text: event.currentTarget.value })}
      />
      <div className={classes.tools}>
        <Tool command="split" onDo={obey}>
          <IconSeparatorHorizontal size={18} />
        </Tool>
        <Tool command="merge" onDo={obey} isOff={isLast}>
          <IconArrowMerge size={18} />
        </Tool>
        <Tool command="insert" onDo={obey}>
          <IconPlus size={18} />
        </Tool>
        <Tool command="remove" onDo={obey}>
          <IconTrash size={18} />
        </Tool>
        {showsLanguage && cue.language && (
          <span className={classes.language} lang={cue.language}>
            {ownName(cue.language)}
          </span>
        )}
        {cue.interpreted && <span className={classes.language}>{t('editor.interpreted')}</span>}
        {isUnsure(cue) && <span className={classes.unsure}>{t('editor.unsure')}</span>}
        {flaw && (
          <span role="alert" className={classes.flaw}>
            {t(`editor.flaw.${flaw}`)}
          </span>
        )}
      </div>
    </li>
  );
});

interface ToolProps {
  command: 'cue' | 'split' | 'merge' | 'insert' | 'remove';
  onDo: (command: EditorCommand) => void;
  isOff?: boolean;
  children: ReactNode;
}

/** Keeps the focus in the text: the caret says where a cue is split. */
function Tool({ command, onDo, isOff = false, children }: ToolProps) {
  const { t } = useTranslation('library');
  const label = t(`editor.do.${command}`);
  return (
    <ActionIcon
      variant="subtle"
      size="lg"
      aria-label={label}
      title={label}
      disabled={isOff}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onDo(command)}
    >
      {children}
    </ActionIcon>
  );
}
