/** The models that can be fetched and those that are there, as lines of text. */
export function listing(catalogue, present, folder) {
  const names = [...new Set([...Object.keys(catalogue), ...present.keys()])];
  const rows = names.map((name) => row(name, catalogue[name], present.get(name)));
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((cells) => cells[column].length)));
  const lines = rows.map((cells) =>
    cells
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [...lines, '', `Folder: ${folder}`].join('\n');
}

function row(name, entry, manifest) {
  const state = manifest === undefined ? '' : manifest ? 'installed' : 'damaged';
  const { kind = '', languages = [], punctuates = false } = entry ?? manifest ?? {};
  const size = entry ? `${entry.megabytes} MB` : '';
  return [name, `${kind} ${size}`.trim(), state, `${spoken(languages)}${punctuates ? '; capitals, punctuation' : ''}`];
}

function spoken(languages) {
  if (languages.length === 0) return 'finds where speech is';
  return languages.length > 8
    ? `${languages.length} languages: ${languages.slice(0, 6).join(' ')} …`
    : languages.join(' ');
}
