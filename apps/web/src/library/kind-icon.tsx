import type { ResourceKind } from '@lectern/contracts';
import { IconBooks, IconFileText, IconLink, IconPackage, IconPlayerPlay, IconPresentation } from '@tabler/icons-react';

const icons = {
  recording: IconPlayerPlay,
  document: IconFileText,
  slides: IconPresentation,
  link: IconLink,
  package: IconPackage,
  series: IconBooks,
} as const satisfies Record<ResourceKind, unknown>;

/** A sign for what a resource is; its name stands beside it, or is said elsewhere. */
export function KindIcon({ kind, size }: { kind: ResourceKind; size: number }) {
  const Icon = icons[kind];
  return <Icon size={size} stroke={1.5} aria-hidden />;
}
