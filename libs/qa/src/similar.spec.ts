import { gramsOf, SimilarTexts } from './similar';

const asked: Record<string, string> = {
  offline: 'How do we start the lessons offline?',
  pay: 'How much does the certificate cost?',
  record: 'Will the recording be available afterwards?',
  arabic: 'هل ستكون التسجيلات متاحة بعد الجلسة؟',
  chinese: '课程结束后可以看录像吗？',
  khmer: 'តើមានវិញ្ញាបនបត្រទេ?',
};

function texts(list = asked): SimilarTexts {
  const similar = new SimilarTexts();
  for (const [id, text] of Object.entries(list)) similar.put(id, text);
  return similar;
}

describe('similar questions', () => {
  it.each([
    ['how to start lessons OFFLINE', 'offline'],
    ['What is the cost of the certificate', 'pay'],
    ['Is a recording available after?', 'record'],
    ['هل التسجيلات متاحة بعد الجلسة', 'arabic'],
    ['结束后可以看课程录像吗', 'chinese'],
    ['វិញ្ញាបនបត្រ', 'khmer'],
  ])('finds for "%s" the question on %s', (text, id) => {
    expect(texts().find(text, 5)[0]).toBe(id);
  });

  it.each(['Who are you?', '…', ''])('finds nothing for "%s"', (text) => {
    expect(texts().find(text, 5)).toEqual([]);
  });

  it('forgets what is gone, and what a text said before', () => {
    const similar = texts({ a: 'certificate cost', b: 'recording' });
    similar.put('a', 'printed pack');
    similar.delete('b');
    expect([similar.find('certificate cost', 5), similar.find('recording', 5), similar.size]).toEqual([[], [], 1]);
  });

  it('answers in a few milliseconds in a room of 5,000 questions', () => {
    const words =
      'school internet lesson teacher recording certificate price language radio printed village solar'.split(' ');
    const similar = new SimilarTexts();
    for (let n = 0; n < 5_000; n += 1)
      similar.put(`${n}`, `Question ${n}: ${words.filter((_, index) => (n >> (index % 12)) & 1).join(' ')}?`);
    similar.find('warm', 5);
    const start = performance.now();
    for (let n = 0; n < 10; n += 1) similar.find('How much is the certificate for a village school teacher?', 5);
    expect((performance.now() - start) / 10).toBeLessThan(100);
  });

  it('cuts long texts', () => {
    expect(gramsOf('ab1 cd2 ef3 '.repeat(1) + [...Array(900).keys()].join(' ')).size).toBe(400);
  });
});
