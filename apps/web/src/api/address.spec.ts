import { addressOf } from './address';

describe('addressOf', () => {
  it('fills the path and leaves out what is not set', () => {
    expect(addressOf('GET /api/resources', undefined, { scope: 'drafts', cursor: undefined, limit: 5 })).toEqual({
      method: 'GET',
      url: '/api/resources?scope=drafts&limit=5',
    });
  });

  it('encodes what stands in the path', () => {
    expect(addressOf('POST /api/invitations/:token/accept', { token: 'a/b c' })).toEqual({
      method: 'POST',
      url: '/api/invitations/a%2Fb%20c/accept',
    });
  });

  it('encodes what stands in the query', () => {
    expect(addressOf('GET /api/search', undefined, { q: 'soil & water' }).url).toBe('/api/search?q=soil+%26+water');
  });
});
