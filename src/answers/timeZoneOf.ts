/** An IANA name in its own spelling, by any spelling or by the city alone. */
export function timeZoneOf(written: string): string | undefined {
  const wanted = written.trim().toLowerCase().replaceAll(' ', '_');
  const all = [...Intl.supportedValuesOf('timeZone'), 'UTC'];
  return (
    all.find((name) => name.toLowerCase() === wanted) ??
    all.find((name) => name.toLowerCase().endsWith(`/${wanted}`))
  );
}
