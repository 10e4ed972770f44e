/** "42 %". What is not all there is never 100 %. */
export const percent = (sent: number, size: number): string =>
  `${sent >= size ? 100 : Math.min(99, Math.floor((sent / size) * 100))} %`;

/** "3 min left", "1 h 20 min left", "a few seconds left"; empty while nobody can know. */
export function timeLeft(seconds: number | null): string {
  if (seconds === null) return "";
  if (seconds < 8) return "a few seconds left";
  if (seconds < 55) return `${Math.ceil(seconds / 5) * 5} s left`;
  const minutes = Math.max(1, Math.round(seconds / 60));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours > 24) return "more than a day left";
  return `${[hours && `${hours} h`, rest && `${rest} min`].filter(Boolean).join(" ")} left`;
}

/** An episode's first title: the file's name without its ending, and with spaces where others stand for them. */
export function titleFrom(filename: string): string {
  const words = filename
    .replace(/\.[a-z0-9]{1,5}$/i, "")
    .replace(/[_\s]+/g, " ")
    .replace(/(?<=\p{L})-+(?=\p{L})/gu, " ")
    .trim()
    .slice(0, 255);
  return words.charAt(0).toUpperCase() + words.slice(1) || "Untitled episode";
}
