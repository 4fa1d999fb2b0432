/** The mark: a reading desk with its lamp lit. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <rect width="32" height="32" rx="8" fill="#0e6696" />
      <path d="M7.5 13.2 24.5 9.5v4.6L7.5 17.8z" fill="#fff" />
      <path d="M14.4 17.6h3.2v6.2h4.2v2.4H10.2v-2.4h4.2z" fill="#fff" />
      <circle cx="22.6" cy="5.9" r="1.9" fill="#ffb4a6" />
    </svg>
  );
}
