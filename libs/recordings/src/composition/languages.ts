/** ISO 639-1 → ISO 639-2/T: the languages that are offered, and those for which there are speech models. */
const threeLetters = new Map(
  `aa:aar af:afr am:amh ar:ara as:asm az:aze ba:bak be:bel bg:bul bn:ben bo:bod br:bre bs:bos ca:cat cs:ces cy:cym da:dan
  de:deu el:ell en:eng es:spa et:est eu:eus fa:fas ff:ful fi:fin fo:fao fr:fra gl:glg gu:guj ha:hau he:heb hi:hin hr:hrv
  ht:hat hu:hun hy:hye id:ind ig:ibo is:isl it:ita ja:jpn ka:kat kk:kaz km:khm kn:kan ko:kor ky:kir la:lat lb:ltz ln:lin
  lo:lao lt:lit lv:lav mg:mlg mi:mri mk:mkd ml:mal mn:mon mr:mar ms:msa mt:mlt my:mya nb:nob ne:nep nl:nld nn:nno no:nor
  oc:oci om:orm pa:pan pl:pol ps:pus pt:por ro:ron ru:rus rw:kin sa:san sd:snd si:sin sk:slk sl:slv sn:sna so:som sq:sqi
  sr:srp su:sun sv:swe sw:swa ta:tam te:tel tg:tgk th:tha ti:tir tk:tuk tl:tgl tr:tur tt:tat uk:ukr ur:urd uz:uzb vi:vie
  wo:wol xh:xho yi:yid yo:yor zh:zho zu:zul`
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
);

/** ISO 639-2/T, as MP4 wants it: `fra` for `fr-CA`. Null where it is not known. */
export function isoLanguage(tag: string): string | null {
  const [base = ''] = tag.toLowerCase().split('-');
  return threeLetters.get(base) ?? (/^[a-z]{3}$/.test(base) ? base : null);
}

/** A language by its own name: `fr` → `français`. */
export const ownName = (tag: string): string => new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;

/** ffmpeg's arguments for a file that has the room's sound, then that of each channel. */
export function soundTrackArgs(channels: readonly string[]): string[] {
  if (channels.length === 0) return [];
  const named = channels.flatMap((tag, i) => {
    const fields = { language: isoLanguage(tag) ?? 'und', title: ownName(tag), handler_name: ownName(tag) };
    const metadata = Object.entries(fields).flatMap(([key, value]) => [`-metadata:s:a:${i + 1}`, `${key}=${value}`]);
    return [...metadata, `-disposition:a:${i + 1}`, '0'];
  });
  return ['-disposition:a:0', 'default', ...named];
}
