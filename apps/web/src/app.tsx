import { createElement, type ReactNode, Suspense, useState } from 'react';
import { Route, Routes } from 'react-router-dom';
import { lazyPage } from './lazy-page';
import { loadedRoom, loadRoom } from './load-room';
import { RequireAccount } from './session/require-account';
import { ErrorBoundary } from './shell/error-boundary';
import { NotFoundPage } from './shell/not-found-page';
import { Shell } from './shell/shell';

const Home = lazyPage(async () => (await import('./pages/home/home-page')).HomePage, 'home');
const SignIn = lazyPage(async () => (await import('./pages/auth/sign-in-page')).SignInPage, 'auth');
const Setup = lazyPage(async () => (await import('./pages/auth/setup-page')).SetupPage, 'auth');
const Desk = lazyPage(async () => (await import('./pages/desk/desk-page')).DeskPage, 'desk');
const NewWebinar = lazyPage(async () => (await import('./pages/desk/editor/new-webinar-page')).NewWebinarPage, 'desk');
const EditWebinar = lazyPage(
  async () => (await import('./pages/desk/editor/edit-webinar-page')).EditWebinarPage,
  'desk',
);
const Webinar = lazyPage(
  async () => (await import('./pages/webinar/webinar-page')).WebinarPage,
  'webinar',
  'polls',
  'recording',
);
const Join = lazyPage(async () => (await import('./pages/webinar/join-page')).JoinPage, 'webinar');
const Library = lazyPage(async () => (await import('./pages/library/library-page')).LibraryPage, 'library');
const Resource = lazyPage(async () => (await import('./pages/library/resource-page')).ResourcePage, 'library');
const Partners = lazyPage(async () => (await import('./pages/library/partners/partners-page')).PartnersPage, 'library');
const Partner = lazyPage(async () => (await import('./pages/library/partners/partner-page')).PartnerPage, 'library');
const Embed = lazyPage(async () => (await import('./pages/embed/embed-page')).EmbedPage, 'library');
const Transcript = lazyPage(
  async () => (await import('./pages/library/editor/transcript-page')).TranscriptPage,
  'library',
);
const Contribute = lazyPage(
  async () => (await import('./pages/library/contents/contribute-page')).ContributePage,
  'library',
);
const Contributions = lazyPage(
  async () => (await import('./pages/desk/library/contributions-page')).ContributionsPage,
  'review',
);
const LibrarySettings = lazyPage(
  async () => (await import('./pages/desk/library/library-settings-page')).LibrarySettingsPage,
  'review',
);
const Jobs = lazyPage(async () => (await import('./pages/admin/jobs-page')).JobsPage, 'admin', 'webinar');
const Trash = lazyPage(async () => (await import('./pages/desk/library/trash-page')).TrashPage, 'review');
const LazyRoom = lazyPage(loadRoom);

export function App() {
  return (
    <Routes>
      <Route element={<Shell />}>
        <Route index element={<Home />} />
        <Route path="/sign-in" element={<SignIn />} />
        <Route path="/setup/:token" element={<Setup />} />
        <Route path="/w/:webinarId" element={<Webinar />} />
        <Route path="/join/:token" element={<Join />} />
        <Route path="/library" element={<Library />} />
        <Route path="/library/partners" element={<Partners />} />
        <Route path="/library/partners/:slug" element={<Partner />} />
        <Route path="/library/:resourceId" element={<Resource />} />
        <Route element={<RequireAccount />}>
          <Route path="/library/:resourceId/transcript" element={<Transcript />} />
          <Route path="/contribute" element={<Contribute />} />
          <Route path="/desk" element={<Desk />} />
          <Route path="/desk/contributions" element={<Contributions />} />
          <Route path="/desk/library/trash" element={<Trash />} />
          <Route path="/desk/library/settings" element={<LibrarySettings />} />
          <Route path="/desk/webinars/new" element={<NewWebinar />} />
          <Route path="/desk/webinars/:id/edit" element={<EditWebinar />} />
          <Route path="/admin/jobs" element={<Jobs />} />
        </Route>
        <Route path="*" element={<NotFoundPage />} />
      </Route>
      <Route path="/w/:webinarId/room" element={<WholeWindow page={<Room />} />} />
      <Route path="/embed/:resourceId" element={<WholeWindow page={<Embed />} />} />
    </Routes>
  );
}

function WholeWindow({ page }: { page: ReactNode }) {
  return (
    <ErrorBoundary>
      <Suspense>{page}</Suspense>
    </ErrorBoundary>
  );
}

/** Loaded ahead it is drawn at once: in place of what is lazy React shows a fallback first, and lets it stand for a while. */
function Room() {
  const [page] = useState(() => loadedRoom() ?? LazyRoom);
  return createElement(page);
}
