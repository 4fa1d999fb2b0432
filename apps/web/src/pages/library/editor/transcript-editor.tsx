import type { ResourceDetail } from '@lectern/contracts';
import { Button, Text } from '@mantine/core';
import { IconHistory, IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useCallback, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../ui/problem';
import { cueAt } from '../player/cues';
import { Playback } from '../player/playback';
import { useHeard } from '../player/use-heard';
import { VideoPlayer } from '../player/video-player';
import { CueEditor } from './cue-editor';
import type { Latest } from './draft';
import classes from './editor.module.css';
import { History } from './history';
import { editorCommandOf, keysOf } from './keys';
import { SaveStatus } from './save-status';
import { useDraft } from './use-draft';
import { useEditing } from './use-editing';
import { ALL, cuesOf, lastOnes, SPOKEN, viewsOf } from './view';
import { ViewChoice } from './view-choice';

/** The video, and beside it each cue to be written over. */
export function TranscriptEditor({ resource, latest }: { resource: ResourceDetail; latest: Latest }) {
  const { t } = useTranslation('library');
  const [playback] = useState(() => new Playback());
  const [showsHistory, showHistory] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const { draft, setDraft, reload, state, problem, merged } = useDraft(resource.id, latest);
  const heard = useHeard(resource);
  const { cues } = draft;
  const views = useMemo(() => viewsOf(cues), [cues]);
  const [chosen, choose] = useState(ALL);
  // Its last cue may have been deleted.
  const view = views.includes(chosen) ? chosen : ALL;
  const shown = useMemo(() => cuesOf(cues, view), [cues, view]);
  const last = useMemo(() => lastOnes(shown), [shown]);
  const actions = useEditing(shown, setDraft, playback, list);
  const active = useSyncExternalStore(playback.subscribe, () => cueAt(shown, playback.time()));
  const speakers = useMemo(() => [...new Set(cues.map(({ speaker }) => speaker))].slice(0, 50), [cues]);
  const press = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const command = editorCommandOf(event);
      if (!command) return;
      const place = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-cue]') : null;
      event.preventDefault();
      const caret = event.target instanceof HTMLTextAreaElement ? event.target.selectionStart : 0;
      actions.obey(command, place?.dataset.cue ?? '', caret);
    },
    [actions],
  );
  // Its captions would lag behind what is being written.
  const bare = useMemo(() => ({ ...resource, captions: [] }), [resource]);
  return (
    <div className={classes.columns} onKeyDown={press}>
      <div className={classes.video}>
        <VideoPlayer resource={bare} playback={playback} heard={heard} />
        <div className={classes.state}>
          <SaveStatus state={state} merged={merged} />
          <Button
            variant="default"
            size="sm"
            leftSection={<IconHistory size={18} aria-hidden />}
            aria-expanded={showsHistory}
            onClick={() => showHistory(!showsHistory)}
          >
            {t('editor.history.title')}
          </Button>
        </div>
        <Problem error={state === 'failed' && problem instanceof Error ? problem : null} />
        {showsHistory && (
          <History resourceId={resource.id} revision={draft.revision} isSaved={state === 'saved'} onRestored={reload} />
        )}
        <Keys />
      </div>
      <div className={classes.transcript}>
        <datalist id="lectern-speakers">
          {speakers.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        {views.length > 0 && <ViewChoice views={views} view={view} onChange={choose} />}
        <ol ref={list} className={classes.cues} aria-label={t('transcript.tab')}>
          {shown.map((cue, index) => (
            <CueEditor
              key={cue.id}
              cue={cue}
              isActive={index === active}
              isLast={last.has(cue.id)}
              showsLanguage={views.length > 0 && (view === ALL || view === SPOKEN)}
              actions={actions}
            />
          ))}
        </ol>
        {cues.length === 0 && (
          <>
            <Text mb="md">{t('editor.empty')}</Text>
            <Button leftSection={<IconPlus size={18} />} onClick={() => actions.obey('insert', '', 0)}>
              {t('editor.do.first')}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

function Keys() {
  const { t } = useTranslation('library');
  return (
    <details className={classes.keys}>
      <summary>{t('editor.keys')}</summary>
      <dl className={classes.keyList}>
        {keysOf.map(([command, keys]) => (
          <div key={command}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{t(`editor.do.${command}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
