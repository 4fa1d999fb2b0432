import type { Role } from '@lectern/contracts';
import { Lectern } from './lectern';
import { Person } from './person';

/** The first account of a fresh installation. */
export async function firstHost(lectern: Lectern, name = 'Amina Host'): Promise<Person> {
  const host = new Person(lectern.url, name);
  const body = {
    token: lectern.setupToken,
    email: 'amina@example.org',
    password: 'a long pass phrase',
    displayName: name,
  };
  await host.api('POST /api/accounts', { body });
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
  const member = new Person(lectern.url, name);
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.org`;
  const body = { token: url.split('/').at(-1)!, email, password: 'a long pass phrase', displayName: name };
  await member.api('POST /api/accounts', { body });
  return member;
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
