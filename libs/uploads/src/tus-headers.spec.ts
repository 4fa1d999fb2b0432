import { newId } from '@lectern/kernel';
import { readCreation, readMetadata, readPatch, requireVersion } from './tus-headers';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const code = (run: () => unknown): string => {
  try {
    run();
    return 'taken';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('tus headers', () => {
  it('wants the protocol version of every request', () => {
    expect(code(() => requireVersion({ 'tus-resumable': '1.0.0' }))).toBe('taken');
    for (const version of [undefined, '0.2.2', '1.0', '1.0.0, 0.2.2'])
      expect(code(() => requireVersion({ 'tus-resumable': version }))).toBe('VERSION_UNSUPPORTED');
  });

  it('reads metadata: keys, base64 values, empty values, the first of two', () => {
    const header = `filename ${base64('Présentation 1.pdf')},empty, kind ${base64('deck')},kind ${base64('clip')}`;
    expect(readMetadata(header)).toEqual({ filename: 'Présentation 1.pdf', empty: '', kind: 'deck' });
    expect(readMetadata('')).toEqual({});
  });

  const target = newId();
  const metadata = (filename = 'a.pdf', kind = 'deck') =>
    `kind ${base64(kind)},target ${base64(target)},filename ${base64(filename)}`;

  it('reads a creation', () => {
    const headers = { 'upload-length': '12', 'upload-metadata': metadata('../a\u202e\n.pdf') };
    expect(readCreation(headers)).toEqual({ size: 12, metadata: { kind: 'deck', target, filename: '../a.pdf' } });
  });

  it.each([
    [{ 'upload-metadata': metadata() }],
    [{ 'upload-length': '-1', 'upload-metadata': metadata() }],
    [{ 'upload-length': '1e3', 'upload-metadata': metadata() }],
    [{ 'upload-length': '0', 'upload-metadata': metadata() }],
    [{ 'upload-length': '9'.repeat(16), 'upload-metadata': metadata() }],
    [{ 'upload-defer-length': '1', 'upload-metadata': metadata() }],
    [{ 'upload-length': '1' }],
    [{ 'upload-length': '1', 'upload-metadata': metadata('', 'deck') }],
    [{ 'upload-length': '1', 'upload-metadata': metadata('a', 'virus') }],
    [{ 'upload-length': '1', 'upload-metadata': '!!! ===,\u0000' }],
  ])('refuses the creation %j', (headers) => {
    expect(code(() => readCreation(headers))).toBe('VALIDATION_FAILED');
  });

  it('reads a PATCH, and wants its content type and offset', () => {
    const type = 'application/offset+octet-stream';
    expect(readPatch({ 'content-type': type, 'upload-offset': '7', 'content-length': '3' })).toEqual({
      offset: 7,
      length: 3,
    });
    expect(readPatch({ 'content-type': type, 'upload-offset': '0' }).length).toBeUndefined();
    expect(code(() => readPatch({ 'content-type': 'application/json', 'upload-offset': '0' }))).toBe(
      'TYPE_UNSUPPORTED',
    );
    expect(code(() => readPatch({ 'content-type': type }))).toBe('VALIDATION_FAILED');
  });
});
