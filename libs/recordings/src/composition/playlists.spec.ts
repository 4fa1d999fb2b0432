import { mainPlaylist, ratesOf } from './playlists';

const picture = { name: 'high', peak: 900, average: 800, codecs: 'avc1.64001f,mp4a.40.2', resolution: '1280x720' };
const sound = { name: 'sound', peak: 60, average: 50, codecs: 'mp4a.40.2' };
const french = { ...sound, name: 'sound-fr', peak: 70, language: 'fr', title: 'français' };
const khmer = { ...sound, name: 'sound-km', average: 55, language: 'km', title: 'ភាសា "ខ្មែរ"' };
const head = ['#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-INDEPENDENT-SEGMENTS'];

describe('playlists', () => {
  it('name the qualities, each with its sound', () => {
    expect(mainPlaylist([picture, sound], sound, []).split('\n')).toEqual([
      ...head,
      '#EXT-X-STREAM-INF:BANDWIDTH=900,AVERAGE-BANDWIDTH=800,CODECS="avc1.64001f,mp4a.40.2",RESOLUTION=1280x720',
      'hls-high.m3u8',
      '#EXT-X-STREAM-INF:BANDWIDTH=60,AVERAGE-BANDWIDTH=50,CODECS="mp4a.40.2"',
      'hls-sound.m3u8',
      '',
    ]);
  });

  it('let people choose among the sounds: the room’s own first, and by default', () => {
    const media = '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound"';
    expect(mainPlaylist([picture, sound], sound, [french, khmer]).split('\n')).toEqual([
      ...head,
      `${media},NAME="Original",DEFAULT=YES,AUTOSELECT=YES,CHANNELS="2",URI="hls-sound.m3u8"`,
      `${media},NAME="français",LANGUAGE="fr",DEFAULT=NO,AUTOSELECT=YES,CHANNELS="2",URI="hls-sound-fr.m3u8"`,
      `${media},NAME="ភាសា 'ខ្មែរ'",LANGUAGE="km",DEFAULT=NO,AUTOSELECT=YES,CHANNELS="2",URI="hls-sound-km.m3u8"`,
      '#EXT-X-STREAM-INF:BANDWIDTH=970,AVERAGE-BANDWIDTH=855,CODECS="avc1.64001f,mp4a.40.2",RESOLUTION=1280x720,AUDIO="sound"',
      'hls-high.m3u8',
      '#EXT-X-STREAM-INF:BANDWIDTH=70,AVERAGE-BANDWIDTH=55,CODECS="mp4a.40.2",AUDIO="sound"',
      'hls-sound.m3u8',
      '',
    ]);
  });

  it('have rates; the short rest at the end is no peak', () => {
    const list = `#EXTINF:6.000000,\n#EXT-X-BYTERANGE:6000@800\na.mp4\n#EXTINF:0.500000,\n#EXT-X-BYTERANGE:5000@6800\na.mp4\n`;
    expect(ratesOf(list)).toEqual({ peak: 8000, average: Math.ceil(88_000 / 6.5) });
  });
});
