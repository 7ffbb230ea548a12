/** Text as it may stand in SVG content and attributes; what XML 1.0 forbids is dropped. */
export const escaped = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** A whole drawing; `title` is what a screen reader says of it. One that holds links is a group of them, not a picture. */
export const svg = (width: number, height: number, title: string, content: string): string => {
  const role = content.includes('<a ') ? `role="group" aria-label="${escaped(title)}"` : 'role="img"';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
    `${role} font-family="Noto Sans, system-ui, sans-serif"><title>${escaped(title)}</title>${content}</svg>`
  );
};
