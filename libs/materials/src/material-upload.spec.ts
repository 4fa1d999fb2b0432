import { titleOf } from './material-upload';

it.each([
  ['Energy for all.pdf', 'Energy for all'],
  ['v1.2 final.pptx.pdf', 'v1.2 final.pptx'],
  ['.pdf', '.pdf'],
  ['README', 'README'],
  ['សាលារៀន.mp4', 'សាលារៀន'],
])('the title of %s is %s', (name, title) => expect(titleOf(name)).toBe(title));
