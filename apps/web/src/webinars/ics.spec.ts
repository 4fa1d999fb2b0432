import { icsOf } from './ics';

const event = {
  id: '0195',
  title: 'Soil, water; and "air"',
  description: 'First line\nSecond \\ line',
  startsAt: '2026-11-24T07:00:00.000Z',
  durationMinutes: 90,
  url: 'https://lectern.example/w/0195',
};
const now = new Date('2026-11-22T10:00:00Z');
const unfold = (text: string) => text.replaceAll('\r\n ', '');

it('writes an event that calendars read', () => {
  const lines = unfold(icsOf(event, now)).split('\r\n');
  expect(lines[0]).toBe('BEGIN:VCALENDAR');
  expect(lines).toContain('DTSTART:20261124T070000Z');
  expect(lines).toContain('DTEND:20261124T083000Z');
  expect(lines).toContain('SUMMARY:Soil\\, water\\; and "air"');
  expect(lines).toContain('DESCRIPTION:First line\\nSecond \\\\ line\\n\\nhttps://lectern.example/w/0195');
  expect(lines.at(-2)).toBe('END:VCALENDAR');
});

it('folds at 75 octets and cuts no character', () => {
  const text = icsOf({ ...event, title: 'ភាសាខ្មែរ '.repeat(20) }, now);
  for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  expect(unfold(text)).toContain('ភាសាខ្មែរ '.repeat(20));
});
