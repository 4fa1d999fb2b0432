import type { Role } from '@lectern/contracts';
import { randomUUID } from 'node:crypto';
import { Lectern } from './lectern';
import { Person } from './person';
import { SharedLectern } from './shared-lectern';

/** An administrator with a name of the spec's own: the first account of a fresh installation, or one of a shared one. */
export async function firstHost(lectern: Lectern, name = 'Amina Host'): Promise<Person> {
  if (!(lectern instanceof SharedLectern)) return account(lectern, lectern.setupToken, name, 'amina@example.org');
  const admin = new Person(lectern.url, 'First Admin', lectern.adminCookie);
  const host = await joinedMember(lectern, admin, name);
  const { me } = await host.api('GET /api/me', {});
  const params = { accountId: me!.id };
  await admin.api('PATCH /api/accounts/:accountId', { params, body: { siteRole: 'admin' } });
  return host;
}

/** A colleague with an account, who came by an administrator's link. */
export async function joinedMember(
  lectern: Lectern,
  admin: Person,
  name: string,
  siteRole: 'librarian' | 'member' = 'member',
): Promise<Person> {
  const { url } = await admin.api('POST /api/account-links', { body: { siteRole } });
  return account(lectern, url.split('/').at(-1)!, name);
}

async function account(
  lectern: Lectern,
  token: string,
  name: string,
  email = `${randomUUID()}@example.org`,
): Promise<Person> {
  const person = new Person(lectern.url, name);
  await person.api('POST /api/accounts', { body: { token, email, password: 'a long pass phrase', displayName: name } });
  return person;
}

export const plan = {
  title: 'Teaching with little bandwidth',
  description: 'How to reach every classroom.',
  languages: ['en', 'fr'],
  startsAt: '2030-05-06T09:00:00+02:00',
  timeZone: 'Europe/Paris',
  durationMinutes: 90,
};

/** A webinar of this host, and the link for each role. */
export async function scheduled(host: Person): Promise<{ webinarId: string; links: Partial<Record<Role, string>> }> {
  const { id: webinarId } = await host.api('POST /api/webinars', { body: plan });
  const { invitations } = await host.api('GET /api/webinars/:webinarId/invitations', { params: { webinarId } });
  return { webinarId, links: Object.fromEntries(invitations.map(({ role, url }) => [role, url])) };
}

/** Somebody who has followed a link and stands in the room. */
export async function entered(lectern: Lectern, link: string | undefined, name: string): Promise<Person> {
  const person = new Person(lectern.url, name);
  await person.enter(await person.accept(link!));
  return person;
}
