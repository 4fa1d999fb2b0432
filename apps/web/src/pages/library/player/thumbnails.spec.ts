import { thumbnailAt, thumbnailsOf } from './thumbnails';

const track = `WEBVTT

00:00:00.000 --> 00:00:09.000
sprites-0.jpg#xywh=0,0,160,90

00:00:09.000 --> 00:00:18.000
sprites-0.jpg#xywh=160,0,160,90

01:00:00.500 --> 01:00:09.000
sprites-16.jpg#xywh=640,360,160,90
`;

describe('small pictures for the seek bar', () => {
  it('are read from their track', () => {
    const thumbnails = thumbnailsOf(track, 'https://learn.example.org/api/resources/1/files/thumbnails.vtt');
    expect(thumbnails).toHaveLength(3);
    const url = 'https://learn.example.org/api/resources/1/files/sprites-16.jpg';
    expect(thumbnails[2]).toEqual({ start: 3600.5, url, x: 640, y: 360, width: 160, height: 90 });
    expect(thumbnailAt(thumbnails, 8.9)?.x).toBe(0);
    expect(thumbnailAt(thumbnails, 9)?.x).toBe(160);
    expect(thumbnailAt(thumbnails, 99_999)?.x).toBe(640);
  });

  it.each(['', 'no track', 'WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nwords'])('are none in %j', (text) =>
    expect(thumbnailAt(thumbnailsOf(text, 'https://learn.example.org/'), 5)).toBeNull(),
  );
});
