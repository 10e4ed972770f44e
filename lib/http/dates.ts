const fixdate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const rfc850 = /^([A-Z][a-z]{2})[a-z]{3,6}, (\d{2})-([A-Z][a-z]{2})-(\d{2}) (\d{2}:\d{2}:\d{2}) GMT$/;
const asctime = /^([A-Z][a-z]{2}) ([A-Z][a-z]{2}) ([ \d]\d) (\d{2}:\d{2}:\d{2}) (\d{4})$/;

/** An IMF-fixdate in whole seconds, rounded down (RFC 9110 §5.6.7). */
export function formatHttpDate(date: Date): string {
  return date.toUTCString();
}

/**
 * Milliseconds since 1970 of an HTTP date in any of the three forms of RFC 9110 §5.6.7.
 * Null for everything else: another zone, a day that does not exist, a wrong weekday.
 */
export function parseHttpDate(value: string): number | null {
  const text = asFixdate(value);
  if (!fixdate.test(text)) return null;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toUTCString() === text ? time : null;
}

/** The instant in milliseconds without its fraction: HTTP dates know whole seconds only. */
export function wholeSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000) * 1000;
}

function asFixdate(value: string): string {
  const old = rfc850.exec(value);
  if (old) {
    const [, weekday, day, month, year, time] = old;
    // Obsolete since 1997: two digits from 70 on mean the last century.
    return `${weekday}, ${day} ${month} ${Number(year) < 70 ? "20" : "19"}${year} ${time} GMT`;
  }
  const c = asctime.exec(value);
  if (!c) return value;
  const [, weekday, month, day, time, year] = c;
  return `${weekday}, ${day?.replace(" ", "0")} ${month} ${year} ${time} GMT`;
}
