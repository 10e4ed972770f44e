export type Timestamp = { from: number; to: number; seconds: number };

/** "12:34", "75:30", "1:02:03", standing by itself. */
const pattern = /(?<![\w:.,/-])(?:(\d{1,2}):([0-5]\d)|(\d{1,3})):([0-5]\d)(?![\d:/]|[.,-]\d)/g;

/** The places in a recording that a text names. */
export function findTimestamps(text: string): Timestamp[] {
  return [...text.matchAll(pattern)].map(({ 0: whole, index, ...parts }) => {
    const [hours = 0, minutes = 0, only = 0, seconds = 0] = [1, 2, 3, 4].map((group) => Number(parts[group] ?? 0));
    return { from: index, to: index + whole.length, seconds: hours * 3600 + (minutes + only) * 60 + seconds };
  });
}

/**
 * Clean notes with each place within `duration` seconds made a link that the page's player follows. Text of links and
 * of code stays as it is. For pages only: in the feed they are plain text.
 */
export function seekLinks(html: string, duration: number): string {
  let inside = 0;
  return html
    .split(/(<[^>]*>)/)
    .map((piece) => {
      if (/^<(?:a |code>|pre>)/.test(piece)) inside++;
      else if (/^<\/(?:a|code|pre)>/.test(piece)) inside--;
      return inside > 0 || piece.startsWith("<") ? piece : linked(piece, duration);
    })
    .join("");
}

function linked(text: string, duration: number): string {
  const places = findTimestamps(text).filter(({ seconds }) => seconds <= duration);
  return places.reduceRight((done, { from, to, seconds }) => {
    const link = `<a class="seek" href="#t=${seconds}">${done.slice(from, to)}</a>`;
    return done.slice(0, from) + link + done.slice(to);
  }, text);
}
